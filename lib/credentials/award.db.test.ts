import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { judged } from "@/lib/testing/judged";
import { publishServing, SERVING_CHALLENGES, SERVING_RULE } from "@/lib/testing/serving";

// Read when settings are first asked for.
process.env.PUBLIC_URL = "https://skills.example.org";
const { measureLearner } = await import("@/lib/skills/measure-learner");
const { awardCredentials } = await import("./award-credentials");
const { listOffers } = await import("./list-offers");
const { listCredentials, readCredential } = await import("./read-credential");
const { readClaims } = await import("./read-claims");
const { readOutside } = await import("./read-outside");
const { verifyDocument } = await import("./verify-document");

beforeAll(publishServing);

const letters = async (recipient: string) =>
  (await db().mailMessage.findMany({ where: { recipient } })).map(({ subject }) => subject);

it("is issued once it is earned, verifies, and is revoked with what it rested on", async () => {
  const actor = await signedIn();
  const { userId } = actor;
  const { email } = await db().user.findUniqueOrThrow({ where: { id: userId } });
  await judged(actor, "one");
  await awardCredentials(userId);
  expect(await listCredentials(actor)).toEqual([]);

  for (const slug of SERVING_CHALLENGES.slice(1)) await judged(actor, slug);
  await Promise.all([awardCredentials(userId), awardCredentials(userId)]);
  const [credential, ...others] = await listCredentials(actor);
  expect(others).toEqual([]);
  expect(credential).toMatchObject({
    achievement: SERVING_RULE,
    level: "working",
    revokedAt: null,
  });
  const { document } = await readCredential(credential?.id ?? "");
  const verdict = async () =>
    (await verifyDocument(readClaims(document), { read: readOutside })).verdict;
  expect(await verdict()).toBe("valid");
  expect(await letters(email)).toEqual([expect.stringContaining("You have earned a credential")]);

  // A poor day later takes nothing back.
  await judged(actor, "one", 0);
  await awardCredentials(userId);
  expect((await listCredentials(actor))[0]?.revokedAt).toBeNull();

  await db().skillEvidence.updateMany({ where: { userId }, data: { similarity: "upheld" } });
  await db().$transaction((tx) => measureLearner(tx, userId));
  await awardCredentials(userId);
  expect((await listCredentials(actor))[0]).toMatchObject({
    revocationReason: "evidence_withdrawn",
  });
  expect(await verdict()).toBe("invalid");
  expect(await letters(email)).toHaveLength(2);
});

it("says of a skill that nothing is known of that it is not measured, and not that it is improbable", async () => {
  const actor = await signedIn();
  const missing = async () => {
    const { offers } = await listOffers(actor);
    return offers.find(({ slug }) => slug === SERVING_RULE)?.missing ?? [];
  };
  expect(await missing()).toContainEqual(expect.objectContaining({ code: "unmeasured" }));
  await judged(actor, "one", 0);
  expect(await missing()).toContainEqual(expect.objectContaining({ code: "probability" }));
});
