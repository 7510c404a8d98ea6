import type { z } from "zod";
import type { Actor, OrganisationScope, Scope, UserActor } from "@/lib/auth/actor";
import type { Limit } from "@/lib/platform/rate-limit";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/** A signed-in person; a member or a token of an organisation; visitors too. */
export type Access = "user" | "organisation" | "anyone";

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

export type RouteInput<A, P, Q, B> = {
  actor: A;
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  request: Request;
};

/** A JSON answer: status, body and extra headers. */
export type RouteResult = {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
};

/**
 * One operation of the API as data. The handler's wrapper and the OpenAPI document both read it,
 * so that they cannot disagree.
 */
export type RouteDeclaration<
  A extends Access = Access,
  P extends z.ZodType | undefined = z.ZodType | undefined,
  Q extends z.ZodType | undefined = z.ZodType | undefined,
  B extends z.ZodType | undefined = z.ZodType | undefined,
> = {
  method: Method;
  /** Below /api/v1, with {name} for parameters. */
  path: string;
  operationId: string;
  tag: string;
  summary: string;
  access: A;
  /** What a token needs; without it tokens are refused. */
  scope?: Scope | OrganisationScope;
  params?: P;
  query?: Q;
  body?: B;
  /** Headers that the operation reads, for the document. */
  requestHeaders?: Record<string, { description: string; required?: boolean; schema?: z.ZodType }>;
  success: {
    status: number;
    description: string;
    schema?: z.ZodType;
    /** Set where the answer is a stream or a file instead of JSON. */
    contentType?: string;
  };
  /** Statuses beyond those that follow from the declaration. */
  errors?: number[];
  limit?: Limit;
  handler: (
    input: RouteInput<A extends "user" ? UserActor : Actor, P, Q, B>,
  ) => Promise<RouteResult | Response>;
};

/** Keeps the types of one declaration while it is written. */
export function declare<
  A extends Access,
  P extends z.ZodType | undefined = undefined,
  Q extends z.ZodType | undefined = undefined,
  B extends z.ZodType | undefined = undefined,
>(declaration: RouteDeclaration<A, P, Q, B>): RouteDeclaration<A, P, Q, B> {
  return declaration;
}

/** A declaration whose handler's types are forgotten, for lists of many. */
export type AnyDeclaration = Omit<RouteDeclaration, "handler"> & {
  handler: (input: never) => Promise<RouteResult | Response>;
};
