import { expect, it } from "vitest";
import { DECLARATIONS } from "../_declarations";
import { openApiDocument } from "./openapi";

type Responses = Record<string, { headers?: Record<string, unknown> }>;
type Operation = { responses: Responses; parameters: { name: string; schema: object }[] };

const { paths } = openApiDocument(DECLARATIONS, "/api/v1", "session") as {
  paths: Record<string, Record<string, Operation>>;
};

it("announces what a token without the scope is told, also where anyone may ask", () => {
  expect(paths["/tracks"]?.get?.responses).toHaveProperty("403");
});

it("says when to come back, wherever a request may be too many", () => {
  const limited = Object.values(paths)
    .flatMap((path) => Object.values(path))
    .flatMap(({ responses }) => responses["429"] ?? []);
  expect(limited.length).toBeGreaterThan(0);
  for (const { headers } of limited) expect(headers).toHaveProperty("Retry-After");
});

it("tells how long an idempotency key may be", () => {
  const [key] = paths["/submissions"]?.post?.parameters ?? [];
  expect(key).toMatchObject({ name: "Idempotency-Key", schema: { minLength: 1, maxLength: 200 } });
});
