import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import { publishSmall, signedIn } from "@/lib/testing/fixtures";
import { CASES, judge, judged, queued } from "@/lib/testing/judged";
import { registerWorker } from "@/lib/workers/heartbeat";
import { activateModel, activeModel, modelOf } from "./active-model";
import { withdrawEvidence } from "./add-evidence";
import { changeCuts, readCuts } from "./change-cuts";
import { changeStanding } from "./change-standing";
import { estimatesOf, rowOf } from "./measure-learner";
import { measureStale } from "./measure-stale";
import { replayEstimates } from "./replay-estimates";

const SKILL = "linear-algebra";
const DEFAULTS = { parameters: DEFAULT_PARAMETERS, calibrationId: null, pinned: false };

beforeAll(async () => {
  await registerWorker("w", 4, {});
  for (const slug of ["one", "two", "three"]) await publishSmall(slug);
});

const known = ({ userId }: UserActor) =>
  db().skillEstimate.findUnique({ where: { userId_skillSlug: { userId, skillSlug: SKILL } } });

async function estimated(actor: UserActor) {
  const found = await known(actor);
  if (!found) throw new Error("there is no estimate");
  return found;
}

describe("an estimate", () => {
  it("is there with the verdict, moves with its score, and narrows with every challenge", async () => {
    const [good, poor] = [await signedIn(), await signedIn()];
    expect(await known(good)).toBeNull();
    await judged(good, "one");
    await judged(poor, "one", 0);
    const [up, down] = [await estimated(good), await estimated(poor)];
    expect(up.mean).toBeGreaterThan(0);
    expect(down.mean).toBeLessThan(0);
    await judged(good, "two");
    const more = await estimated(good);
    expect(more.mean).toBeGreaterThan(up.mean);
    expect(more.sd).toBeLessThan(up.sd);
    expect(more).toMatchObject({ responses: 2, items: 2 });
    const history = await db().skillEstimatePoint.findMany({ where: { userId: good.userId } });
    expect(history.map(({ mean }) => mean).toSorted()).toEqual([up.mean, more.mean]);
  });

  it("rises less by a pass after a failure, and by one after a hint", async () => {
    const [straight, retried, helped] = [await signedIn(), await signedIn(), await signedIn()];
    await judged(straight, "one");
    await judged(retried, "one", 2);
    await judged(retried, "one");
    const challenge = await db().challenge.findUniqueOrThrow({ where: { slug: "one" } });
    await db().hintReveal.create({
      data: { userId: helped.userId, challengeId: challenge.id, index: 0 },
    });
    await judged(helped, "one");
    const { mean } = await estimated(straight);
    expect((await estimated(retried)).mean).toBeLessThan(mean);
    expect((await estimated(helped)).mean).toBeLessThan(mean);
  });

  it("does not hang on the order in which submissions were judged", async () => {
    const [first, other] = [await signedIn(), await signedIn()];
    for (const [actor, order] of [
      [first, [0, 1]],
      [other, [1, 0]],
    ] as const) {
      const ids = [await queued(actor, "one"), await queued(actor, "one")];
      for (const at of order) await judge(ids[at] ?? "", at === 0 ? 2 : CASES);
    }
    expect((await estimated(first)).mean).toBeCloseTo((await estimated(other)).mean, 6);
  });

  it("has seen both of two verdicts that came at once", async () => {
    const actor = await signedIn();
    const ids = [await queued(actor, "one"), await queued(actor, "two")];
    await Promise.all(ids.map((id) => judge(id)));
    expect((await estimated(actor)).responses).toBe(2);
  });

  it("goes back when evidence is withdrawn or is found to be another's, and goes with the last", async () => {
    const actor = await signedIn();
    await judged(actor, "one");
    const { mean } = await estimated(actor);
    const second = await judged(actor, "two");
    await db().$transaction((tx) => withdrawEvidence(tx, second));
    expect((await estimated(actor)).mean).toBeCloseTo(mean, 6);
    const third = await judged(actor, "three");
    await db().skillEvidence.updateMany({
      where: { submissionId: third },
      data: { similarity: "upheld" },
    });
    await measureAgain(actor);
    expect((await estimated(actor)).mean).toBeCloseTo(mean, 6);
    await db().skillEvidence.deleteMany({ where: { userId: actor.userId } });
    await measureAgain(actor);
    expect(await known(actor)).toBeNull();
  });

  it("rises when work is said to be supervised, falls with a finding, and keeps both over a new verdict", async () => {
    const [actor, admin] = [await signedIn(), await signedIn("admin")];
    const id = await judged(actor, "one");
    await judged(actor, "two");
    const { mean } = await estimated(actor);
    await changeStanding(admin, id, { supervised: true, similarity: "none" });
    expect((await estimated(actor)).mean).toBeGreaterThan(mean);
    await changeStanding(admin, id, { supervised: true, similarity: "upheld" });
    const without = await estimated(actor);
    expect(without).toMatchObject({ responses: 1 });
    await db().submission.update({ where: { id }, data: { status: "queued" } });
    await judge(id);
    const again = await estimated(actor);
    expect(again.responses).toBe(1);
    expect(again.mean).toBeCloseTo(without.mean, 6);
    for (const attacker of [actor, await signedIn("author")]) {
      const change = changeStanding(attacker, id, { supervised: true, similarity: "none" });
      await expect(change).rejects.toMatchObject({ status: 404 });
    }
    const wrong = changeStanding(admin, id, { supervised: true, similarity: "other" });
    await expect(wrong).rejects.toMatchObject({ issues: [{ path: "similarity" }] });
    const nobody = changeStanding(admin, "x", { supervised: true, similarity: "none" });
    await expect(nobody).rejects.toMatchObject({ code: "submission_not_found" });
  });

  it("replays to the last digit, by whoever may, until its evidence changes", async () => {
    const actor = await signedIn();
    await judged(actor, "one");
    await judged(actor, "two", 2);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: actor.userId } });
    const system = { kind: "system" } as const;
    for (const person of [actor.userId, email.toUpperCase()]) {
      expect(await replayEstimates(system, person)).toMatchObject([{ skill: SKILL, agrees: true }]);
    }
    await db().skillEvidence.updateMany({
      where: { userId: actor.userId },
      data: { similarity: "upheld" },
    });
    expect(await replayEstimates(system, email)).toMatchObject([{ agrees: false }]);
    for (const attacker of [actor, await signedIn("author")]) {
      await expect(replayEstimates(attacker, email)).rejects.toMatchObject({ status: 404 });
    }
    await expect(replayEstimates(system, "nobody@example.org")).rejects.toMatchObject({
      code: "user_not_found",
    });
  });

  it("comes out the same to the last bit when it is computed again", async () => {
    const actor = await signedIn();
    for (const [challenge, right] of [
      ["one", 3],
      ["one", CASES],
      ["two", 5],
    ] as const) {
      await judged(actor, challenge, right);
    }
    const { modelId, computedAt, userId, skillSlug, ...row } = await estimated(actor);
    const model = await modelOf(db(), modelId);
    const again = (await estimatesOf(db(), userId, model, computedAt)).get(skillSlug);
    expect(again && rowOf(again)).toEqual(row);
  });
});

async function measureAgain({ userId }: UserActor) {
  const { measureLearner } = await import("./measure-learner");
  await db().$transaction((tx) => measureLearner(tx, userId));
}

describe("cut scores", () => {
  const wanted = { novice: 10, working: "25", proficient: 50, expert: 80 };

  it("are an admin's to set, in ascending order, and are on record", async () => {
    const admin = await signedIn("admin");
    await expect(changeCuts(await signedIn(), wanted)).rejects.toMatchObject({ code: "not_found" });
    await expect(changeCuts(admin, { ...wanted, working: 9 })).rejects.toMatchObject({
      issues: [{ path: "working", code: "cut_order" }],
    });
    await expect(changeCuts(admin, { ...wanted, expert: "x" })).rejects.toMatchObject({
      issues: [{ path: "expert", code: "cut_range" }],
    });
    await changeCuts(admin, wanted);
    const { cuts, model } = await readCuts(admin);
    expect(cuts.working).toBeCloseTo(25, 1);
    expect(await db().auditEvent.count({ where: { subject: `measurement:${model}` } })).toBe(1);
    await activateModel(db(), DEFAULTS);
  });
});

describe("everybody", () => {
  it("is measured anew under new parameters, once", async () => {
    const actor = await signedIn();
    await judged(actor, "one");
    const before = await estimated(actor);
    const cuts = { ...DEFAULT_PARAMETERS.cuts, proficient: 0.4 };
    await activateModel(db(), { ...DEFAULTS, parameters: { ...DEFAULT_PARAMETERS, cuts } });
    expect(await measureStale()).toBeGreaterThan(0);
    const after = await estimated(actor);
    expect(after.modelId).toBe((await activeModel(db())).id);
    expect(after.modelId).not.toBe(before.modelId);
    expect(after.mean).toBeCloseTo(before.mean, 6);
    expect((after.above as { proficient: number }).proficient).toBeLessThan(
      (before.above as { proficient: number }).proficient,
    );
    expect(await measureStale()).toBe(0);
    await activateModel(db(), DEFAULTS);
  });

  it("is measured who has evidence from before there were estimates, and whose has aged", async () => {
    await measureStale();
    const actor = await signedIn();
    await judged(actor, "one");
    const { sd } = await estimated(actor);
    await db().skillEstimate.deleteMany({ where: { userId: actor.userId } });
    expect(await measureStale()).toBe(1);
    const years = new Date(Date.now() + 6 * 365 * 24 * 3_600_000);
    expect(await measureStale(years)).toBeGreaterThan(0);
    expect((await estimated(actor)).sd).toBeGreaterThan(sd);
  });
});
