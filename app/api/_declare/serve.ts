import type { z } from "zod";
import { actorOfRequest } from "@/app/_session/actor-of-request";
import { type Actor, actorKey, type OrganisationActor, type UserActor } from "@/lib/auth/actor";
import { requireScope, requireUser } from "@/lib/auth/policies";
import { DomainError } from "@/lib/platform/errors";
import { takePoint } from "@/lib/platform/rate-limit";
import { fixedHeaders } from "./fixed-headers";
import { parseInput, queryOf } from "./parse-input";
import { problemResponse } from "./problem";
import { readJsonBody } from "./read-body";
import type { Access, RouteDeclaration, RouteResult } from "./route-declaration";
import { requireSameOrigin } from "./same-origin";

type Context = { params: Promise<Record<string, string>> };

/** A route handler from its declaration: who, how often, what; then the operation; then the answer. */
export function serve<
  A extends Access,
  P extends z.ZodType | undefined,
  Q extends z.ZodType | undefined,
  B extends z.ZodType | undefined,
>(declaration: RouteDeclaration<A, P, Q, B>) {
  return async (request: Request, context: Context): Promise<Response> => {
    try {
      const actor = await admit(declaration, request);
      const input = {
        actor,
        params: declaration.params && parseInput(declaration.params, await context.params, "path"),
        query: declaration.query && parseInput(declaration.query, queryOf(request), "query"),
        body: declaration.body && parseInput(declaration.body, await readJsonBody(request), "body"),
        request,
      } as Parameters<typeof declaration.handler>[0];
      return toResponse(declaration.success.status, await declaration.handler(input));
    } catch (error) {
      return problemResponse(request, error);
    }
  };
}

type Admission = Pick<RouteDeclaration, "method" | "access" | "scope" | "limit">;

async function admit(declaration: Admission, request: Request): Promise<Actor> {
  const actor = await actorOfRequest(request);
  const { access, limit, method } = declaration;
  if (isToken(actor)) requireTokenScope(declaration, actor);
  else if (method !== "GET") requireSameOrigin(request);
  if (access === "user" || (access === "organisation" && actor.kind !== "organisation")) {
    requireUser(actor);
  }
  if (limit) await takePoint(limit, actorKey(actor));
  return actor;
}

type TokenActor = UserActor | OrganisationActor;

const isToken = (actor: Actor): actor is TokenActor =>
  actor.kind === "organisation" || (actor.kind === "user" && actor.scopes !== null);

function requireTokenScope({ scope }: Admission, actor: TokenActor) {
  if (!scope) throw new DomainError("forbidden", "session_only");
  requireScope(actor, scope);
}

function toResponse(status: number, result: RouteResult | Response): Response {
  if (result instanceof Response) return result;
  const headers = new Headers({ ...fixedHeaders(), ...result.headers });
  const code = result.status ?? status;
  if (result.body === undefined) return new Response(null, { status: code, headers });
  headers.set("content-type", "application/json; charset=utf-8");
  return new Response(JSON.stringify(result.body), { status: code, headers });
}
