import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { publishServing, SERVING_CHALLENGES } from "@/lib/testing/serving";

// Read when settings are first asked for.
process.env.PUBLIC_URL = "https://skills.example.org";
const { awardCredentials } = await import("./award-credentials");
const { appealRevocation } = await import("./appeal-revocation");
const { decideCredentialAppeal } = await import("./decide-credential-appeal");
const { listCredentialAppeals, listIssued } = await import("./list-issued");
const { listCredentials, readCredential } = await import("./read-credential");
const { mailOwnCredential } = await import("./mail-own-credential");
const { readOwnCredential } = await import("./read-own-credential");
const { revokeByPerson } = await import("./revoke-by-person");

const WHY = "The work is mine from first to last, and I can explain every line of it.";
const REVOKED = { reason: "misconduct", note: "Two submissions are word for word the same." };

let admin: UserActor;

beforeAll(async () => {
  await publishServing();
  admin = await signedIn("admin");
});

async function holder() {
  const actor = await signedIn();
  for (const slug of SERVING_CHALLENGES) await judged(actor, slug);
  await awardCredentials(actor.userId);
  const [credential] = await listCredentials(actor);
  if (!credential) throw new Error("nothing was issued");
  return { actor, id: credential.id };
}

async function revokedHolder() {
  const found = await holder();
  await revokeByPerson(admin, found.id, REVOKED);
  return found;
}

describe("what a person revoked", () => {
  it("names its reason to its holder alone, and is not issued again by itself", async () => {
    const { actor, id } = await revokedHolder();
    await awardCredentials(actor.userId);
    expect(await listCredentials(actor)).toHaveLength(1);
    expect(await readOwnCredential(actor, id)).toMatchObject({
      ...{ revocationReason: REVOKED.reason, revocationNote: REVOKED.note, mayAppeal: true },
    });
    await expect(readOwnCredential(await signedIn(), id)).rejects.toMatchObject({ status: 404 });
    await expect(mailOwnCredential(actor, id)).rejects.toMatchObject({
      code: "credential_revoked",
    });
  });

  it("takes a reason and words for it, from admins alone", async () => {
    const { actor, id } = await holder();
    for (const attacker of [actor, await signedIn("author")]) {
      await expect(revokeByPerson(attacker, id, REVOKED)).rejects.toMatchObject({ status: 404 });
      await expect(listIssued(attacker, {})).rejects.toMatchObject({ status: 404 });
      await expect(listCredentialAppeals(attacker)).rejects.toMatchObject({ status: 404 });
    }
    await expect(revokeByPerson(admin, id, { ...REVOKED, note: " " })).rejects.toMatchObject({
      issues: [{ path: "note" }],
    });
    await expect(revokeByPerson(admin, id, { ...REVOKED, reason: "x" })).rejects.toMatchObject({
      issues: [{ path: "reason" }],
    });
    await expect(revokeByPerson(admin, "x", REVOKED)).rejects.toMatchObject({ status: 404 });
  });
});

describe("an objection", () => {
  it("is made once, with reasons, by the holder, against a revocation", async () => {
    const { actor, id } = await holder();
    await expect(appealRevocation(actor, id, WHY)).rejects.toMatchObject({
      code: "revocation_appeal_closed",
    });
    await revokeByPerson(admin, id, REVOKED);
    await expect(appealRevocation(actor, id, "No.")).rejects.toMatchObject({
      issues: [{ code: "appeal_short" }],
    });
    await expect(appealRevocation(await signedIn(), id, WHY)).rejects.toMatchObject({
      status: 404,
    });
    await appealRevocation(actor, id, WHY);
    await expect(appealRevocation(actor, id, WHY)).rejects.toMatchObject({
      code: "revocation_appeal_closed",
    });
    expect((await listCredentialAppeals(admin)).map((one) => one.id)).toContain(id);
  });

  it("that is upheld brings another credential of the same figures, once", async () => {
    const { actor, id } = await revokedHolder();
    await appealRevocation(actor, id, WHY);
    await expect(
      decideCredentialAppeal(actor, id, { uphold: true, answer: "Yes." }),
    ).rejects.toMatchObject({ status: 404 });
    await decideCredentialAppeal(admin, id, { uphold: true, answer: "You are right." });
    await expect(
      decideCredentialAppeal(admin, id, { uphold: false, answer: "No." }),
    ).rejects.toMatchObject({ code: "revocation_appeal_closed" });
    await awardCredentials(actor.userId);
    await awardCredentials(actor.userId);
    const [anew, old, ...others] = await listCredentials(actor);
    expect(others).toEqual([]);
    expect(old).toMatchObject({ id });
    expect(anew).toMatchObject({ revokedAt: null, estimates: old?.estimates });
    const [before, after] = await Promise.all([readCredential(id), readCredential(anew?.id ?? "")]);
    expect(JSON.parse(after.document).evidence).toEqual(JSON.parse(before.document).evidence);

    // It rests on the decision: what is withdrawn once more does not take it away.
    await db().skillEvidence.updateMany({
      where: { userId: actor.userId },
      data: { similarity: "upheld" },
    });
    await awardCredentials(actor.userId);
    expect((await listCredentials(actor))[0]?.revokedAt).toBeNull();
  });

  it("that is upheld after the credential would have ended brings none", async () => {
    const { actor, id } = await revokedHolder();
    await appealRevocation(actor, id, WHY);
    const past = new Date(Date.now() - 1_000);
    await db().credential.update({ where: { id }, data: { validUntil: past } });
    await decideCredentialAppeal(admin, id, { uphold: true, answer: "You are right." });
    await awardCredentials(actor.userId);
    expect((await listCredentials(actor)).map((one) => one.id)).toEqual([id]);
  });

  it("that is declined leaves everything as it is, with the answer", async () => {
    const { actor, id } = await revokedHolder();
    await appealRevocation(actor, id, WHY);
    await expect(
      decideCredentialAppeal(admin, id, { uphold: false, answer: "" }),
    ).rejects.toMatchObject({ issues: [{ code: "answer_missing" }] });
    await decideCredentialAppeal(admin, id, { uphold: false, answer: "The copies are plain." });
    await awardCredentials(actor.userId);
    expect(await listCredentials(actor)).toHaveLength(1);
    expect(await readOwnCredential(actor, id)).toMatchObject({
      appeal: { status: "declined", answer: "The copies are plain." },
      mayAppeal: false,
    });
  });
});

it("is renewed in its last days on the same evidence and stays on its holder's page, and not before", async () => {
  const { actor, id } = await holder();
  await awardCredentials(actor.userId);
  expect(await listCredentials(actor)).toHaveLength(1);
  const soon = new Date(Date.now() + 30 * 24 * 3_600_000);
  await db().credential.update({ where: { id }, data: { validUntil: soon } });
  await db().shownCredential.create({ data: { credentialId: id, userId: actor.userId } });
  await awardCredentials(actor.userId);
  await awardCredentials(actor.userId);
  const all = await listCredentials(actor);
  expect(all).toHaveLength(2);
  expect(all[0]?.validUntil?.getTime()).toBeGreaterThan(soon.getTime());
  const shown = await db().shownCredential.findMany({ where: { userId: actor.userId } });
  expect(shown.map(({ credentialId }) => credentialId).toSorted()).toEqual(
    all.map((one) => one.id).toSorted(),
  );
});

it("is revoked with what it rests on, the renewed and the one before", async () => {
  const { actor, id } = await holder();
  const soon = new Date(Date.now() + 30 * 24 * 3_600_000);
  await db().credential.update({ where: { id }, data: { validUntil: soon } });
  await awardCredentials(actor.userId);
  await db().skillEvidence.deleteMany({ where: { userId: actor.userId } });
  await db().skillEstimate.deleteMany({ where: { userId: actor.userId } });
  await awardCredentials(actor.userId);
  const all = await listCredentials(actor);
  expect(all).toHaveLength(2);
  expect(all.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
});
