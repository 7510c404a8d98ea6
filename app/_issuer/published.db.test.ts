import { beforeAll, describe, expect, it } from "vitest";
import { badgeInput } from "@/lib/testing/credentials";
import { signedIn } from "@/lib/testing/fixtures";

process.env.PUBLIC_URL = "https://skills.example.org";
const { issueCredential } = await import("@/lib/credentials/issue-credential");
const { revokeCredential } = await import("@/lib/credentials/revoke-credential");
const { verifyCredential } = await import("@/lib/credentials/verify-credential");
const { GET: getCredential } = await import("@/app/credentials/[id]/route");
const { GET: getKey } = await import("@/app/credentials/keys/[id]/route");
const { GET: getStatus } = await import("@/app/credentials/status/[id]/route");
const { GET: getDid } = await import("@/app/.well-known/did.json/route");
const { GET: getKeys } = await import("@/app/.well-known/jwks.json/route");

const SYSTEM = { kind: "system" } as const;
let id = "";

beforeAll(async () => {
  const { userId } = await signedIn();
  const { achievement, estimates, evidence } = badgeInput();
  const input = { userId, occasion: "first", achievement, estimates, evidence };
  id = (await issueCredential(SYSTEM, input)).id;
});

const asked = (path: string, accept = "*/*") =>
  new Request(`https://skills.example.org${path}`, { headers: { accept } });

const params = (name: string) => ({ params: Promise.resolve({ id: name }) });

/** The internet as it is when only this installation is in it, asked through its routes. */
async function read(address: string) {
  const { pathname } = new URL(address);
  const name = pathname.split("/").at(-1) ?? "";
  const answer = pathname.includes("/status/")
    ? await getStatus(asked(pathname), params(name))
    : await getDid(asked(pathname));
  return { bytes: Buffer.from(await answer.arrayBuffer()), contentType: "" };
}

const verdict = async (given: Buffer) => (await verifyCredential(given, { read })).verdict;

async function credential(query: string, accept?: string) {
  const answer = await getCredential(asked(`/credentials/${id}${query}`, accept), params(id));
  return { answer, body: Buffer.from(await answer.arrayBuffer()) };
}

describe("what an installation publishes", () => {
  it.each([
    ["", "*/*", "application/vc"],
    ["", "application/vc+jwt", "application/vc+jwt"],
    ["?format=jwt", "*/*", "application/vc+jwt"],
    ["?format=jwt&alg=EdDSA", "*/*", "application/vc+jwt"],
    ["?format=png", "*/*", "image/png"],
    ["?format=svg", "text/html", "image/svg+xml"],
  ])("is enough to verify %s for %s", async (query, accept, contentType) => {
    const { answer, body } = await credential(query, accept);
    expect(answer.headers.get("content-type")).toBe(contentType);
    expect(answer.headers.get("access-control-allow-origin")).toBe("*");
    expect(await verdict(body)).toBe("valid");
  });

  it("leads a browser to the verification of the credential", async () => {
    const { answer } = await credential("", "text/html,application/xhtml+xml,*/*;q=0.8");
    expect(answer.status).toBe(303);
    const link = new URL(answer.headers.get("location") ?? "", "https://x").searchParams.get(
      "link",
    );
    expect(link).toBe(`https://skills.example.org/credentials/${id}`);
  });

  it("holds no private member of a key", async () => {
    const set = await (await getKeys(asked("/.well-known/jwks.json"))).json();
    expect(set.keys).toHaveLength(2);
    for (const key of set.keys) {
      expect(Object.keys(key).filter((name) => /^(d|p|q|dp|dq|qi)$/.test(name))).toEqual([]);
      const one = await getKey(asked(`/credentials/keys/${key.kid}`), params(key.kid));
      expect(await one.json()).toEqual(key);
    }
  });

  it("answers 404 for what is not there", async () => {
    expect((await getKey(asked("/x"), params("none"))).status).toBe(404);
    for (const list of ["0", "99", "x", "1e3"]) {
      expect((await getStatus(asked("/x"), params(list))).status).toBe(404);
    }
    for (const name of ["x", "01a212ad-4783-73eb-8423-586f3bb7f09d"]) {
      expect((await getCredential(asked("/x"), params(name))).status).toBe(404);
      expect((await getCredential(asked("/x?format=png"), params(name))).status).toBe(404);
    }
  });

  it("says at once when a credential is revoked", async () => {
    await revokeCredential(SYSTEM, id, { reason: "Withdrawn." });
    for (const query of ["", "?format=jwt", "?format=png"]) {
      expect(await verdict((await credential(query)).body)).toBe("invalid");
    }
  });
});
