import { expect, test } from "@playwright/test";

const PAGES = ["/en", "/en/nowhere", "/en/challenges/a.b", "/en/apiary", "/en/%ff", "/zh/%25ff"];
const MISSING_OPERATIONS = ["/api", "/api/nowhere", "/api/v1", "/api/v1/a.b/c"];
const OTHERS = ["/icon.svg", "/service-worker.js", "/_next/nothing.js", "/api/health"];

test("no answer lets its type be guessed or itself be framed", async ({ request }) => {
  const page = await (await request.get("/en")).text();
  const script = /\/_next\/static\/[^"]+\.js/.exec(page)?.[0] ?? "";
  const session = ["/api/auth/csrf", "/api/auth/verify-request", "/api/auth/nothing"];
  for (const path of [...PAGES, ...MISSING_OPERATIONS, ...OTHERS, ...session, script]) {
    const headers = (await request.get(path)).headers();
    expect.soft(headers["x-content-type-options"], path).toBe("nosniff");
    expect.soft(headers["x-frame-options"], path).toBe("DENY");
    expect.soft(headers["referrer-policy"], path).toBe("strict-origin-when-cross-origin");
  }
});

test("every page has a policy with a nonce of its own, missing ones too", async ({ request }) => {
  const nonces = new Set<string>();
  for (const path of PAGES) {
    const answer = await request.get(path);
    const policy = answer.headers()["content-security-policy"] ?? "";
    const nonce = /script-src 'self' 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? "";
    expect.soft(nonce, path).not.toBe("");
    expect.soft(await answer.text(), path).toContain(`nonce="${nonce}"`);
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(PAGES.length);
});

test("an address whose escapes cannot be decoded names nothing", async ({ request }) => {
  expect((await request.get("/zh/challenges/%E0%A4%A")).status()).toBe(404);
  const answer = await request.get("/api/v1/challenges/%ff");
  expect(await answer.json()).toMatchObject({ status: 400, code: "invalid_input" });
});

test("what the API does not know is a problem, wherever below /api it is asked", async ({
  request,
}) => {
  for (const path of MISSING_OPERATIONS) {
    for (const method of ["GET", "POST", "OPTIONS"]) {
      const answer = await request.fetch(path, { method });
      expect(answer.headers()["content-type"], path).toBe("application/problem+json");
      expect(await answer.json()).toMatchObject({ status: 404, code: "route_not_found" });
    }
  }
});

test("a sign-in by the session's routes is no way to fill the memory, nor to cause a fault", async ({
  request,
}) => {
  const post = (data: string, type: string) =>
    request.post("/api/auth/callback/credentials", {
      data: Buffer.from(data),
      headers: { "content-type": type },
    });
  const large = await post("x".repeat(2_000_000), "application/x-www-form-urlencoded");
  expect(await large.json()).toMatchObject({ status: 413, code: "body_too_large" });
  const broken = await post("{", "application/json");
  expect(await broken.json()).toMatchObject({ status: 400, code: "invalid_input" });
});
