import { describe, expect, it, vi } from "vitest";
import { db } from "@/lib/platform/db";
import { badgeInput } from "@/lib/testing/credentials";
import { signedIn } from "@/lib/testing/fixtures";

const SYSTEM = { kind: "system" } as const;

// Read when settings are first asked for.
process.env.PUBLIC_URL = "https://skills.example.org";

const { issueCredential } = await import("./issue-credential");
const { listCredentials, readCredential } = await import("./read-credential");
const { readClaims } = await import("./read-claims");
const { readOutside } = await import("./read-outside");
const { ensureSigningKeys } = await import("./ensure-signing-keys");
const { publishedKeys, signingKey } = await import("./read-signing-keys");
const { revokeCredential } = await import("./revoke-credential");
const { rotateSigningKeys } = await import("./rotate-signing-keys");
const { verifyDocument } = await import("./verify-document");
const { withdrawSigningKey } = await import("./withdraw-signing-key");
const env = await import("@/lib/platform/env");

const { achievement, estimates, evidence } = badgeInput();
let occasions = 0;
const deserved = (userId: string) => ({
  ...{ userId, achievement, estimates, evidence },
  occasion: `occasion ${++occasions}`,
});

async function issued() {
  const actor = await signedIn();
  const { id } = await issueCredential(SYSTEM, deserved(actor.userId));
  return { actor, id, credential: await readCredential(id) };
}

const verify = (text: string) => verifyDocument(readClaims(text), { read: readOutside });
const verdict = async (text: string) => (await verify(text)).verdict;

describe("keys", () => {
  it("are made once, however many processes start", async () => {
    await Promise.all(Array.from({ length: 3 }, ensureSigningKeys));
    const keys = await publishedKeys();
    expect(keys.map(({ algorithm }) => algorithm).toSorted()).toEqual(["Ed25519", "RS256"]);
  });

  it("lie encrypted, and open with the installation's secret alone", async () => {
    const { id, privateKey } = await signingKey("Ed25519");
    const { sealed } = await db().signingKey.findUniqueOrThrow({ where: { id } });
    const pkcs8 = privateKey.export({ format: "der", type: "pkcs8" });
    expect(Buffer.from(sealed ?? []).includes(pkcs8.subarray(-32))).toBe(false);
    const broken = new Uint8Array(sealed ?? []);
    broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
    await db().signingKey.update({ where: { id }, data: { sealed: broken } });
    await expect(signingKey("Ed25519")).rejects.toThrow(/AUTH_SECRET/);
    await db().signingKey.update({ where: { id }, data: { sealed } });
  });
});

describe("issuing", () => {
  it("signs in every form, and all of them verify without a network", async () => {
    const { credential } = await issued();
    const { document, jwtEdDsa, jwtRs256 } = credential;
    for (const text of [document, jwtEdDsa, jwtRs256]) expect(await verdict(text)).toBe("valid");
  });

  it("happens once for one occasion", async () => {
    const { userId } = await signedIn();
    const input = deserved(userId);
    const all = await Promise.all([1, 2, 3].map(() => issueCredential(SYSTEM, input)));
    expect(new Set(all.map(({ id }) => id)).size).toBe(1);
    expect(all.filter(({ isNew }) => isNew)).toHaveLength(1);
  });

  it("gives every credential an index of its own", async () => {
    const many = await Promise.all(Array.from({ length: 6 }, issued));
    const indexes = await db().credential.findMany({
      where: { id: { in: many.map(({ id }) => id) } },
      select: { statusListIndex: true },
    });
    expect(new Set(indexes.map(({ statusListIndex }) => statusListIndex)).size).toBe(6);
  });

  it("names the confirmed address as a hash, and the account not at all", async () => {
    const { userId } = await signedIn();
    await db().user.update({ where: { id: userId }, data: { emailVerifiedAt: new Date() } });
    const { email } = await db().user.findUniqueOrThrow({ where: { id: userId } });
    const { id } = await issueCredential(SYSTEM, deserved(userId));
    const { document } = await readCredential(id);
    expect(document).not.toContain(userId);
    expect(document).not.toContain(email);
    const options = { read: readOutside, email };
    const { checks } = await verifyDocument(readClaims(document), options);
    expect(checks.find(({ name }) => name === "subject")?.code).toBe("subject_right");
  });

  it("waits for the public address to be set", async () => {
    const { userId } = await signedIn();
    const given = env.settings();
    const unset = vi.spyOn(env, "settings").mockReturnValue({ ...given, PUBLIC_URL: undefined });
    await expect(issueCredential(SYSTEM, deserved(userId))).rejects.toMatchObject({
      code: "public_url_missing",
    });
    unset.mockRestore();
  });

  it("is nothing that a learner can do", async () => {
    const actor = await signedIn();
    await expect(issueCredential(actor, deserved(actor.userId))).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});

describe("revoking", () => {
  it("makes every form invalid, and the neighbours stay valid", async () => {
    const [first, second] = [await issued(), await issued()];
    await revokeCredential(SYSTEM, first.id, { reason: "The evidence was withdrawn." });
    await revokeCredential(SYSTEM, first.id, { reason: "again" });
    const { document, jwtEdDsa, jwtRs256 } = first.credential;
    for (const text of [document, jwtEdDsa, jwtRs256]) {
      const { verdict: found, checks } = await verify(text);
      expect([found, checks.find(({ state }) => state === "fails")?.code]).toEqual([
        "invalid",
        "revoked",
      ]);
    }
    expect(await verdict(second.credential.document)).toBe("valid");
    expect(await listCredentials(first.actor)).toMatchObject([
      { id: first.id, revocationReason: "The evidence was withdrawn." },
    ]);
  });

  it("outlasts the holder's account", async () => {
    const { actor, id, credential } = await issued();
    await revokeCredential(SYSTEM, id, { reason: "Withdrawn." });
    await db().user.delete({ where: { id: actor.userId } });
    await expect(readCredential(id)).rejects.toMatchObject({ code: "credential_not_found" });
    expect(await verdict(credential.document)).toBe("invalid");
  });

  it("is for admins", async () => {
    const { actor, id } = await issued();
    await expect(revokeCredential(actor, id, { reason: "mine" })).rejects.toMatchObject({
      kind: "not_found",
    });
  });
});

describe("rotation", () => {
  it("signs with new keys, and what the old ones signed still verifies", async () => {
    const { credential } = await issued();
    const before = await signingKey("Ed25519");
    const old = await rotateSigningKeys(await signedIn("admin"));
    expect(old).toContain(before.id);
    expect((await signingKey("Ed25519")).id).not.toBe(before.id);
    const { sealed } = await db().signingKey.findUniqueOrThrow({ where: { id: before.id } });
    expect(sealed).toBeNull();
    for (const text of [credential.document, credential.jwtEdDsa, credential.jwtRs256]) {
      expect(await verdict(text)).toBe("valid");
    }
    expect(await verdict((await issued()).credential.document)).toBe("valid");
  });

  it("with withdrawal makes what the key signed invalid", async () => {
    const { credential } = await issued();
    await withdrawSigningKey(SYSTEM, (await signingKey("Ed25519")).id);
    expect(await verdict(credential.document)).toBe("invalid");
    expect(await verdict(credential.jwtEdDsa)).toBe("invalid");
    expect(await verdict(credential.jwtRs256)).toBe("valid");
    expect(await verdict((await issued()).credential.jwtEdDsa)).toBe("valid");
    await expect(withdrawSigningKey(SYSTEM, "none")).rejects.toMatchObject({
      code: "signing_key_not_found",
    });
  });
});
