import { z } from "zod";
import type { AnyDeclaration } from "./route-declaration";

type Json = Record<string, unknown>;

const PROBLEM_STATUSES: Record<number, string> = {
  400: "The request cannot be read; `issues` names each field",
  401: "Nobody is signed in and no valid token was sent",
  403: "The token lacks the scope, or the request came from another site",
  404: "There is no such thing for this caller",
  409: "The request contradicts an earlier one",
  413: "The body is too large",
  415: "The body is not application/json",
  422: "The request is readable but cannot be done",
  429: "Too many requests; wait as Retry-After says",
  500: "A fault of the platform",
};

const RETRY_AFTER = { description: "Seconds to wait", schema: { type: "integer", minimum: 1 } };

const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string().describe("Stable; branch on this"),
  detail: z.string().describe("For people, in the language of Accept-Language (en or zh)"),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  issues: z
    .array(z.object({ path: z.string(), code: z.string(), message: z.string().optional() }))
    .optional(),
});

const jsonSchema = (schema: z.ZodType, io: "input" | "output"): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: "any",
    // Answers may gain fields: a client must not break on one that it does not know.
    override: ({ jsonSchema: part }) => {
      if (io === "output" && part.additionalProperties === false) delete part.additionalProperties;
    },
  }) as Json;
  return rest;
};

/** Every property of an object schema as a parameter. */
function parameters(schema: z.ZodType | undefined, where: "path" | "query"): Json[] {
  if (!schema) return [];
  const object = jsonSchema(schema, "input");
  const required = (object.required as string[] | undefined) ?? [];
  return Object.entries((object.properties as Record<string, Json>) ?? {}).map(([name, value]) => ({
    name,
    in: where,
    required: where === "path" || required.includes(name),
    schema: value,
  }));
}

function headerParameters(route: AnyDeclaration): Json[] {
  return Object.entries(route.requestHeaders ?? {}).map(([name, header]) => ({
    name,
    in: "header",
    description: header.description,
    required: header.required ?? false,
    schema: header.schema ? jsonSchema(header.schema, "input") : { type: "string" },
  }));
}

function problemStatuses(route: AnyDeclaration): number[] {
  const statuses = new Set([400, 401, 500, ...(route.errors ?? [])]);
  if (route.params) statuses.add(404);
  if (route.scope || route.method !== "GET") statuses.add(403);
  if (route.body) for (const status of [413, 415]) statuses.add(status);
  if (route.limit) statuses.add(429);
  return [...statuses].sort();
}

function responses(route: AnyDeclaration): Json {
  const { status, description, schema, contentType } = route.success;
  const media = contentType ?? "application/json";
  const content = contentType
    ? { [media]: { schema: { type: "string" } } }
    : schema && { [media]: { schema: jsonSchema(schema, "output") } };
  const entries: [string, Json][] = [
    [String(status), { description, ...(content && { content }) }],
  ];
  for (const problem of problemStatuses(route)) {
    entries.push([
      String(problem),
      {
        description: PROBLEM_STATUSES[problem] ?? "Refused",
        ...(problem === 429 && { headers: { "Retry-After": RETRY_AFTER } }),
        content: {
          "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
        },
      },
    ]);
  }
  return Object.fromEntries(entries);
}

function operation(route: AnyDeclaration): Json {
  const bearer = route.access === "organisation" ? "organisationToken" : "token";
  const security = route.scope ? [{ [bearer]: [route.scope] }, { session: [] }] : [{ session: [] }];
  return {
    operationId: route.operationId,
    tags: [route.tag],
    summary: route.summary,
    security: route.access === "anyone" ? [...security, {}] : security,
    parameters: [
      ...parameters(route.params, "path"),
      ...parameters(route.query, "query"),
      ...headerParameters(route),
    ],
    ...(route.body && {
      requestBody: {
        required: true,
        content: { "application/json": { schema: jsonSchema(route.body, "input") } },
      },
    }),
    responses: responses(route),
  };
}

/** The OpenAPI 3.1 document of the given routes, served below `server`. */
export function openApiDocument(
  routes: AnyDeclaration[],
  server: string,
  sessionCookie: string,
): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method.toLowerCase()] = operation(route);
    paths[route.path] = path;
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Touchstone API",
      version: "1",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: server }],
    paths,
    components: {
      schemas: { Problem: jsonSchema(problemSchema, "output") },
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "A personal access token" },
        organisationToken: {
          ...{ type: "http", scheme: "bearer", description: "A token of an organisation" },
        },
        session: {
          type: "apiKey",
          in: "cookie",
          name: sessionCookie,
          description: "The browser's session; changes need a same-origin Origin header",
        },
      },
    },
  };
}
