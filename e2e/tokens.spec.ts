import { readFileSync } from "node:fs";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import pg from "pg";
import { signIn, signUp } from "./people";

const LABELS = {
  "submissions:read": "Read my submissions",
  "submissions:write": "Submit and run code",
  "profile:read": "Read my profile",
} as const;
type Scope = keyof typeof LABELS;

const SCOPES = Object.keys(LABELS) as Scope[];
const CODE = readFileSync("content/challenges/softmax/starter/solution.py", "utf8");
const SUBMISSION = { challenge: "softmax", files: { "solution.py": CODE } };
const NOBODYS_ID = "01900000-0000-7000-8000-000000000000";

type Call = (method: string, path: string, data?: unknown, headers?: Headers) => Answer;
type Headers = Record<string, string>;
type Answer = ReturnType<APIRequestContext["fetch"]>;

/** Calls the API with a token and nothing else: no cookie, no Origin. */
const caller =
  (request: APIRequestContext, token: string): Call =>
  (method, path, data, headers = {}) =>
    request.fetch(`/api/v1${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(data === undefined ? {} : { data }),
    });

/** Makes a token on the account's page, as its owner does. */
async function makeToken(page: Page, name: string, scopes: Scope[]): Promise<string> {
  await page.goto("/en/account/tokens");
  await page.getByLabel("Name").fill(name);
  for (const scope of scopes) await page.getByLabel(LABELS[scope]).check();
  await page.getByRole("button", { name: "Create token" }).click();
  return (await page.getByRole("status").locator("code").textContent()) ?? "";
}

/** Lets all tokens of an account expire: nothing else makes a token old within a test. */
async function expireTokens(email: string) {
  const state = JSON.parse(readFileSync(".data/e2e/postgres.json", "utf8"));
  const { password, port } = state;
  const at = { host: "127.0.0.1", user: "postgres", database: "touchstone", password, port };
  const client = new pg.Client(at);
  await client.connect();
  await client.query(
    `UPDATE "AccessToken" SET "expiresAt" = now() - interval '1 s'
     WHERE "userId" = (SELECT id FROM "User" WHERE email = $1)`,
    [email],
  );
  await client.end();
}

type Operation = { security: Record<string, Scope[]>[] };

/** Every operation of the API with the scope that a token needs, and a path that can be called. */
async function operations(request: APIRequestContext) {
  const { paths } = await (await request.get("/api/v1/openapi.json")).json();
  return Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, { security }]) => ({
        method,
        path: path
          .replace("{slug}", path.startsWith("/tracks") ? "deep-learning" : "softmax")
          .replace("{id}", NOBODYS_ID)
          .replace("{lesson}", "nowhere"),
        scope: security.flatMap(({ token }) => token ?? [])[0],
      })),
  );
}

test("a token opens what its scope covers and nothing else", async ({ page, request }) => {
  await signIn(page, await signUp(page));
  const all = await operations(request);
  // An organisation's operations take its own tokens, not a person's.
  const own = all.filter(({ scope }) => scope !== undefined);
  expect(new Set(own.map(({ scope }) => scope))).toEqual(new Set(SCOPES));
  for (const granted of SCOPES) {
    const call = caller(request, await makeToken(page, granted, [granted]));
    for (const { method, path, scope } of all) {
      const answer = await call(method, path);
      const what = `${method} ${path} with ${granted}`;
      if (scope === undefined) expect([401, 403, 404], what).toContain(answer.status());
      else if (scope === granted) expect([401, 403], what).not.toContain(answer.status());
      else expect(await answer.json(), what).toMatchObject({ status: 403, code: "scope_missing" });
    }
  }
});

test("a token submits, reads what became of it, and repeats a request by its key", async ({
  page,
  request,
}) => {
  await signIn(page, await signUp(page));
  const scopes: Scope[] = ["submissions:read", "submissions:write"];
  const call = caller(request, await makeToken(page, "ci", scopes));
  const key = { "idempotency-key": "build-1" };
  const first = await call("POST", "/submissions", SUBMISSION, key);
  expect(first.status()).toBe(201);
  const { id } = (await first.json()) as { id: string };
  expect(first.headers().location).toBe(`/api/v1/submissions/${id}`);
  expect(await (await call("POST", "/submissions", SUBMISSION, key)).json()).toEqual({ id });
  const other = { ...SUBMISSION, files: { "solution.py": "pass" } };
  const mismatch = await call("POST", "/submissions", other, key);
  expect(await mismatch.json()).toMatchObject({ status: 409, code: "idempotency_mismatch" });
  for (const unusable of ["", "k".repeat(201)]) {
    const answer = await call("POST", "/submissions", SUBMISSION, { "idempotency-key": unusable });
    expect(await answer.json()).toMatchObject({
      status: 400,
      issues: [{ path: "header.Idempotency-Key" }],
    });
  }
  const stream = await (await call("GET", `/submissions/${id}/events`)).text();
  expect(stream).toContain("event: verdict");
  const judged = await (await call("GET", `/submissions/${id}`)).json();
  expect(judged).toMatchObject({ id, status: "done", verdict: expect.any(String) });
  const list = await (await call("GET", "/submissions?limit=5")).json();
  expect(list).toMatchObject({ items: [{ id }], nextCursor: null });
});

test("somebody else's submission does not exist for a token", async ({
  page,
  browser,
  request,
}) => {
  await signIn(page, await signUp(page));
  const owner = caller(request, await makeToken(page, "owner", ["submissions:write"]));
  const made = await owner("POST", "/submissions", SUBMISSION);
  const { id } = (await made.json()) as { id: string };
  const other = await (await browser.newContext()).newPage();
  await signIn(other, await signUp(other));
  const attacker = caller(request, await makeToken(other, "attacker", ["submissions:read"]));
  for (const path of [`/submissions/${id}`, `/submissions/${id}/events`]) {
    const answer = await attacker("GET", path);
    expect(await answer.json()).toMatchObject({ status: 404, code: "submission_not_found" });
  }
});

test("an expired token is refused like one that never was", async ({ page, request }) => {
  const email = await signUp(page);
  await signIn(page, email);
  const call = caller(request, await makeToken(page, "old", ["profile:read"]));
  expect((await call("GET", "/me")).status()).toBe(200);
  await expireTokens(email);
  const answer = await call("GET", "/me");
  expect(await answer.json()).toMatchObject({ status: 401, code: "token_invalid" });
  expect(answer.headers()["www-authenticate"]).toBe("Bearer");
});

test("too many or too large requests are refused, and told when to come back", async ({
  page,
  request,
}) => {
  await signIn(page, await signUp(page));
  const call = caller(request, await makeToken(page, "loud", ["submissions:write"]));
  const large = { ...SUBMISSION, files: { "solution.py": "#".repeat(2_000_000) } };
  const refused = await call("POST", "/submissions", large);
  expect(await refused.json()).toMatchObject({ status: 413, code: "body_too_large" });
  let answer = refused;
  for (let n = 0; n < 40 && answer.status() !== 429; n++) {
    answer = await call("POST", "/submissions", {});
  }
  expect(await answer.json()).toMatchObject({ status: 429, code: "rate_limited" });
  expect(Number(answer.headers()["retry-after"])).toBeGreaterThan(0);
});
