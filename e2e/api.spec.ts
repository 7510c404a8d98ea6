import { readFileSync } from "node:fs";
import { expect, test } from "@playwright/test";

const CODE = readFileSync("content/challenges/softmax/starter/solution.py", "utf8");
const RUN = { challenge: "softmax", files: { "solution.py": CODE } };

test("bad requests get problem+json with a stable code, in the reader's language", async ({
  request,
  baseURL,
}) => {
  const origin = baseURL ?? "";
  const json = { origin, "content-type": "application/json" };
  const post = (data: string, headers: Record<string, string> = json) =>
    request.post("/api/v1/runs", { data: Buffer.from(data), headers });
  const answers = [
    [await request.get("/api/v1/nowhere"), 404, "route_not_found"],
    [await request.get("/api/v1/submissions"), 401, "not_signed_in"],
    [await request.get("/api/v1/challenges/none"), 404, "challenge_not_found"],
    [await request.get("/api/v1/submissions/not-an-id"), 401, "not_signed_in"],
    [await post(JSON.stringify(RUN), { "content-type": "application/json" }), 403, "cross_origin"],
    [await post("x".repeat(2_000_000)), 413, "body_too_large"],
    [await post("text", { origin, "content-type": "text/plain" }), 415, "json_expected"],
    [await post("{"), 400, "invalid_input"],
    [await post("{}"), 400, "invalid_input"],
    [
      await request.get("/api/v1/me", { headers: { authorization: "Bearer ts_none" } }),
      401,
      "token_invalid",
    ],
  ] as const;
  for (const [answer, status, code] of answers) {
    expect(answer.status(), code).toBe(status);
    expect(answer.headers()["content-type"]).toBe("application/problem+json");
    expect(await answer.json()).toMatchObject({ status, code });
  }
  const chinese = await request.get("/api/v1/submissions", {
    headers: { "accept-language": "zh" },
  });
  expect((await chinese.json()).detail).toBe("请先登录。");
});

test("a run streams its cases and is gone once its result was read", async ({
  request,
  baseURL,
}) => {
  const made = await request.post("/api/v1/runs", {
    data: RUN,
    headers: { origin: baseURL ?? "" },
  });
  expect(made.status()).toBe(201);
  const { id, readKey } = await made.json();
  const events = `/api/v1/runs/${id}/events?key=${readKey}`;
  const wrongKey = await request.get(`/api/v1/runs/${id}/events?key=guess`);
  expect(wrongKey.status()).toBe(404);
  const stream = await (await request.get(events)).text();
  const types = [...stream.matchAll(/^event: (\w+)$/gm)].map((match) => match[1]);
  expect(types.at(0)).toBe("plan");
  expect(types.filter((type) => type === "case")).toHaveLength(3);
  expect(types.at(-1)).toBe("result");
  expect((await request.get(events)).status()).toBe(404);
});

test("the OpenAPI document names every operation once", async ({ request }) => {
  const document = await (await request.get("/api/v1/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  const operations = Object.values(document.paths as Record<string, object>).flatMap((path) =>
    Object.values(path as Record<string, { operationId: string }>).map((one) => one.operationId),
  );
  expect(new Set(operations).size).toBe(operations.length);
  expect(operations).toContain("createSubmission");
});
