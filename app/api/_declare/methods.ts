import { DomainError } from "@/lib/platform/errors";
import { fixedHeaders } from "./fixed-headers";
import { problemResponse } from "./problem";
import type { Method } from "./route-declaration";
import type { serve } from "./serve";

type Handler = ReturnType<typeof serve>;

/** What a route file exports: the methods served, and for all others a 405 that names them. */
export function methods(served: Partial<Record<Method, Handler>>) {
  const allow = [...Object.keys(served), ...(served.GET ? ["HEAD"] : []), "OPTIONS"].join(", ");
  const refuse: Handler = async (request) =>
    problemResponse(request, new DomainError("method_not_allowed", undefined, { allow }));
  const describe: Handler = async () =>
    new Response(null, { status: 204, headers: { ...fixedHeaders(), allow } });
  return {
    GET: refuse,
    POST: refuse,
    PUT: refuse,
    PATCH: refuse,
    DELETE: refuse,
    ...served,
    OPTIONS: describe,
  };
}
