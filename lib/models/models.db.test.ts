import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { readGivenFile } from "@/lib/challenges/read-given-file";
import { storedBytes } from "@/lib/content/stored-file";
import { claimSubmission } from "@/lib/grading/claim-submission";
import type { CaseEvent } from "@/lib/grading/events";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { recordVerdict } from "@/lib/grading/record-verdict";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, signedIn } from "@/lib/testing/fixtures";
import { publishModel } from "@/lib/testing/models";
import { registerWorker } from "@/lib/workers/heartbeat";
import { readModelChallenge } from "./read-model-challenge";
import { readTradeOffs } from "./read-trade-offs";

const NOTHING = interpretEvidence({ pass: 1 }, []);
const GIVEN = Buffer.from([0x08, 0xff, 0x00]);

beforeAll(async () => {
  await registerWorker("w", 1, {});
  await publishModel("race", { "given/reference.onnx": storedBytes(GIVEN), "given/read.txt": "a" });
  await publishSmall("double");
});

async function named(leaderboardName: string | null): Promise<UserActor> {
  const actor = await signedIn();
  await db().user.update({ where: { id: actor.userId }, data: { leaderboardName } });
  return actor;
}

const measured = (name: string, value: number, mark: number): CaseEvent => ({
  event: "case",
  index: 0,
  name,
  title: { en: name, zh: name },
  visible: false,
  points: 1,
  outcome: "passed",
  earned: 1,
  message: { code: "measured.value", params: { value, mark, full: mark } },
  ms: 1,
  cpu_ms: 1,
});

/** A model of the person that has been judged. */
async function judged(actor: UserActor, accuracy: number, kib: number | null, score = 1) {
  const { challengeId } = await db().challengeVersion.findFirstOrThrow({
    where: { challenge: { slug: "race" } },
  });
  const sha256 = "0".repeat(64);
  await db().blob.upsert({ where: { sha256 }, create: { sha256, bytes: 3 }, update: {} });
  const upload = await db().upload.create({
    data: {
      userId: actor.userId,
      challengeId,
      filename: "m.onnx",
      bytes: 3,
      sha256,
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  const { id } = await submit(actor, { challenge: "race", upload: upload.id });
  const claim = await claimSubmission(id, "w");
  if (!claim) throw new Error("nothing to claim");
  const cases = [measured("accuracy", accuracy, 0.9)];
  if (kib !== null) cases.push(measured("size", kib, 48));
  const verdict = kib === null ? "candidate_error" : score === 1 ? "passed" : "failed";
  await recordVerdict(claim, null, { ...NOTHING, verdict, score, cases });
  return id;
}

it("draws one's own models, and the best of others who chose a name", async () => {
  const [ann, ben, silent] = [await named("ann"), await named("ben"), await named(null)];
  const first = await judged(ann, 0.91, 40, 0.7);
  const second = await judged(ann, 0.95, 30);
  await judged(ben, 0.97, 47, 0.5);
  await judged(ben, 0.93, 20);
  await judged(silent, 0.99, 10);
  const { quality, costs, points } = await readTradeOffs(ann, "race");
  expect(quality).toMatchObject({ name: "accuracy", mark: 0.9 });
  expect(costs.map((one) => one.name)).toEqual(["size"]);
  expect(points.map(({ id, by, values }) => [id, by, values.accuracy, values.size])).toEqual([
    [second, null, 0.95, 30],
    [first, null, 0.91, 40],
    [null, "ben", 0.93, 20],
  ]);
});

it("shows a visitor the best of those who chose a name, and nobody's submission", async () => {
  const { points } = await readTradeOffs({ kind: "visitor", address: "::1" }, "race");
  expect(points.map((one) => one.by).sort()).toEqual(["ann", "ben"]);
  expect(points.every((one) => one.id === null)).toBe(true);
});

it("leaves out a model that was refused before all was measured", async () => {
  const eve = await named("eve");
  await judged(eve, 0.99, null);
  const { points } = await readTradeOffs(eve, "race");
  expect(points.some((one) => one.by === null)).toBe(false);
});

it("tells the rules, the files to work with, one's own models and what is left of the day", async () => {
  const actor = await named(null);
  await judged(actor, 0.9, 40);
  const seen = await readModelChallenge(actor, "race");
  expect(seen).toMatchObject({
    rules: { extensions: ["onnx"], maxKb: 64, attemptsPerDay: 3 },
    given: [
      { name: "read.txt", bytes: 1 },
      { name: "reference.onnx", bytes: 3 },
    ],
    attemptsLeft: 2,
  });
  expect(seen.own).toHaveLength(1);
  expect((await readModelChallenge(await signedIn(), "race")).own).toEqual([]);
});

it("gives the files of its folder as they are, and no others", async () => {
  expect(await readGivenFile("race", "reference.onnx")).toEqual(GIVEN);
  await expect(readGivenFile("race", "../checker.py")).rejects.toMatchObject({
    code: "file_not_found",
  });
  await expect(readGivenFile("race", "checker.py")).rejects.toMatchObject({
    code: "file_not_found",
  });
});

it("has no trade-offs of a challenge that takes code", async () => {
  await expect(readTradeOffs({ kind: "system" }, "double")).rejects.toMatchObject({
    code: "challenge_not_found",
  });
});
