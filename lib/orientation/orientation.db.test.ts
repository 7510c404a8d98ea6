import { describe, expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { exportOwnData } from "@/lib/accounts/export-own-data";
import type { UserActor } from "@/lib/auth/actor";
import { readStanding } from "@/lib/credentials/read-standing";
import { db } from "@/lib/platform/db";
import { rightAnswer, wrongAnswers } from "@/lib/quiz/sample-answers";
import { measureStale } from "@/lib/skills/measure-stale";
import { readSkill } from "@/lib/skills/read-skill";
import { signedIn } from "@/lib/testing/fixtures";
import { seedSkillMap } from "@/lib/testing/skill-map";
import { answerQuestion } from "./answer-question";
import { attemptOf } from "./attempt-row";
import { closeOverdueOrientations } from "./close-overdue";
import { finishOrientation } from "./finish-orientation";
import { readOrientation } from "./read-orientation";
import { readOverview } from "./read-overview";
import { LEAST_QUESTIONS, STOP } from "./rules";
import { startOrientation } from "./start-orientation";

const MINUTES = 60_000;

async function started() {
  await seedSkillMap();
  const actor = await signedIn();
  return { actor, ...(await startOrientation(actor, "zh")) };
}

const attempt = ({ userId }: UserActor, id: string) => attemptOf(db(), userId, id);

/** Answers the open question, rightly or not. */
async function answer(actor: UserActor, id: string, right = true) {
  const open = (await attempt(actor, id)).answers.at(-1);
  if (!open) throw new Error("nothing is asked");
  const wrong = wrongAnswers(open.item, open.drawn).find((one) => one.length > 0) ?? "x";
  const given = right ? rightAnswer(open.item, open.drawn) : wrong;
  return answerQuestion(actor, id, { position: open.position, answer: given });
}

async function answerAll(actor: UserActor, id: string, right = true) {
  for (let n = 0; n < STOP.maximumLength; n++) {
    if ((await answer(actor, id, right)).ended) return;
  }
}

async function letTimePass(id: string, ms: number) {
  const by = ms / 1000;
  await db().$executeRaw`UPDATE "OrientationAttempt" SET
    "startedAt" = "startedAt" - make_interval(secs => ${by}),
    "endedAt" = "endedAt" - make_interval(secs => ${by}),
    "deadlineAt" = "deadlineAt" - make_interval(secs => ${by}) WHERE id = ${id}::uuid`;
  await db().$executeRaw`UPDATE "OrientationAnswer" SET
    "askedAt" = "askedAt" - make_interval(secs => ${by}),
    "dueAt" = "dueAt" - make_interval(secs => ${by}) WHERE "attemptId" = ${id}::uuid`;
}

const levels = async (actor: UserActor) => {
  const rows = await db().skillEstimate.findMany({ where: { userId: actor.userId } });
  return rows.reduce((sum, { mean }) => sum + mean, 0) / rows.length;
};

describe("an orientation", () => {
  it("asks over all four pillars until it knows enough, and measures once, at the end", async () => {
    const { actor, id } = await started();
    await answer(actor, id);
    expect(await db().skillEstimate.count({ where: { userId: actor.userId } })).toBe(0);
    await answerAll(actor, id);
    const { answers, endReason, after } = await attempt(actor, id);
    expect(["length", "precision"]).toContain(endReason);
    expect(answers.length).toBeGreaterThanOrEqual(LEAST_QUESTIONS);
    const counts = ["A", "B", "C", "D"].map(
      (pillar) => answers.filter((one) => one.pillar === pillar).length,
    );
    expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
    expect(Object.keys(after ?? {}).length).toBeGreaterThan(8);
    expect(await levels(actor)).toBeGreaterThan(0.2);
  });

  it("lifts who is right above who is wrong, and shows as one line of evidence and of history", async () => {
    const [good, poor] = [await started(), await started()];
    await answerAll(good.actor, good.id);
    await answerAll(poor.actor, poor.id, false);
    expect(await levels(good.actor)).toBeGreaterThan(await levels(poor.actor));
    const [first] = (await attempt(good.actor, good.id)).answers;
    const skill = await readSkill(good.actor, first?.skillSlug ?? "");
    expect(skill.evidence).toHaveLength(0);
    expect(skill.orientations).toMatchObject([{ id: good.id }]);
    expect(skill.orientations[0]?.raised).toBeGreaterThan(0);
    expect(skill.history.length).toBeGreaterThan(0);
  });

  it("is one at a time, also when it is started twice at once, and again after thirty days", async () => {
    await seedSkillMap();
    const actor = await signedIn();
    const made = await Promise.all([1, 2, 3].map(() => startOrientation(actor)));
    const id = made[0]?.id ?? "";
    expect(new Set(made.map((one) => one.id)).size).toBe(1);
    await answer(actor, id);
    await finishOrientation(actor, id);
    await expect(startOrientation(actor)).rejects.toMatchObject({
      code: "orientation_too_soon",
      params: { days: 30 },
    });
    expect((await readOverview(actor)).nextAt).not.toBeNull();
    await letTimePass(id, 31 * 24 * 60 * MINUTES);
    const again = await startOrientation(actor);
    expect(again.id).not.toBe(id);
    await answerAll(actor, again.id);
    const items = (await attempt(actor, again.id)).answers.map(({ itemId }) => itemId);
    expect(items).not.toContain((await attempt(actor, id)).answers[0]?.itemId);
  });
});

describe("an answer", () => {
  it("counts once, however often and in how many tabs it is sent", async () => {
    const { actor, id } = await started();
    const open = (await attempt(actor, id)).answers[0];
    if (!open) throw new Error("nothing is asked");
    const right = rightAnswer(open.item, open.drawn);
    await Promise.all(
      [right, null, right].map((given) =>
        answerQuestion(actor, id, { position: 1, answer: given }),
      ),
    );
    const { answers } = await attempt(actor, id);
    expect(answers).toHaveLength(2);
    const before = answers[0];
    await answerQuestion(actor, id, { position: 1, answer: null });
    expect((await attempt(actor, id)).answers[0]).toEqual(before);
  });

  it.each([
    [{ position: 1, answer: [] }, "answer_empty"],
    [{ position: 9, answer: null }, "question_unknown"],
  ])("is refused as %j, and the question stays open", async (given, code) => {
    const { actor, id } = await started();
    await expect(answerQuestion(actor, id, given)).rejects.toMatchObject({ issues: [{ code }] });
    expect((await readOrientation(actor, id)).running?.question.number).toBe(1);
  });

  it("of those who do not know counts as wrong, and so does one whose time ran out", async () => {
    const { actor, id } = await started();
    await answerQuestion(actor, id, { position: 1, answer: null });
    await letTimePass(id, 2.2 * MINUTES);
    expect((await readOrientation(actor, id)).running?.question.number).toBe(3);
    const { answers } = await attempt(actor, id);
    expect(answers.map(({ outcome, score }) => [outcome, score])).toEqual([
      ["skipped", 0],
      ["expired", 0],
      [null, null],
    ]);
  });

  it("that was stored but not judged is judged by whoever looks next", async () => {
    const { actor, id } = await started();
    const open = (await attempt(actor, id)).answers[0];
    if (!open) throw new Error("nothing is asked");
    await db().orientationAnswer.update({
      where: { id: open.id },
      data: { outcome: "answered", answer: rightAnswer(open.item, open.drawn) },
    });
    expect((await readOrientation(actor, id)).running?.question.number).toBe(2);
    expect((await attempt(actor, id)).answers[0]?.score).toBe(1);
  });
});

describe("the end", () => {
  it("by hand keeps what was answered as evidence, and leaves the open question out", async () => {
    const { actor, id } = await started();
    await answer(actor, id);
    await Promise.all([finishOrientation(actor, id), finishOrientation(actor, id)]);
    const view = await readOrientation(actor, id);
    expect(view.why).toBe("left");
    expect(view.outcome?.questions.map(({ counted }) => counted)).toEqual([true, false]);
    expect(await db().skillEstimate.count({ where: { userId: actor.userId } })).toBe(1);
    expect(await db().skillEstimatePoint.count({ where: { orientationId: id } })).toBe(1);
  });

  it("comes by itself after twenty minutes, also when nobody looks", async () => {
    const { actor, id } = await started();
    await answer(actor, id);
    await letTimePass(id, 21 * MINUTES);
    await Promise.all([closeOverdueOrientations(), closeOverdueOrientations()]);
    expect((await attempt(actor, id)).endReason).toBe("time");
    expect((await answer(actor, id)).ended).toBe(true);
  });

  it("without an answer holds nobody back", async () => {
    const { actor, id } = await started();
    await finishOrientation(actor, id);
    expect(await db().skillEstimate.count({ where: { userId: actor.userId } })).toBe(0);
    await expect(startOrientation(actor)).resolves.toHaveProperty("id");
  });

  it("without an answer gives no key away", async () => {
    const { actor, id } = await started();
    await finishOrientation(actor, id);
    expect((await readOrientation(actor, id)).outcome?.questions).toEqual([]);
  });
});

describe("what an orientation is not", () => {
  it("a way to keys: none leaves the server before the end", async () => {
    const { actor, id } = await started();
    const { item } = (await attempt(actor, id)).answers[0] ?? {};
    const open = JSON.stringify([await readOrientation(actor, id), await readOverview(actor)]);
    expect(open).not.toContain(item?.explanation.en);
    expect(open).not.toMatch(/"(key|accept|wrong|tolerance|explanation|seed|order|drawn)"/);
    expect(JSON.stringify(await exportOwnData(actor))).not.toContain(item?.explanation.en);
  });

  it("somebody else's: for others it does not exist, staff included", async () => {
    const { id } = await started();
    const missing = { code: "orientation_not_found" };
    for (const other of [await signedIn(), await signedIn("admin")]) {
      await expect(readOrientation(other, id)).rejects.toMatchObject(missing);
      await expect(finishOrientation(other, id)).rejects.toMatchObject(missing);
      const attack = answerQuestion(other, id, { position: 1, answer: null });
      await expect(attack).rejects.toMatchObject(missing);
      await expect(readOrientation(other, "no id")).rejects.toMatchObject(missing);
    }
    const visitor = { kind: "visitor", address: "192.0.2.1" } as const;
    await expect(startOrientation(visitor)).rejects.toMatchObject({ kind: "not_signed_in" });
  });

  it("work that a credential rests on", async () => {
    const { actor, id } = await started();
    await answerAll(actor, id);
    expect((await readStanding(actor.userId)).shown).toEqual([]);
  });
});

describe("who has nothing but orientation answers", () => {
  it("is measured anew, gets them all in the export, and takes them along when he leaves", async () => {
    await measureStale();
    const { actor, id } = await started();
    await answer(actor, id);
    await finishOrientation(actor, id);
    await db().skillEstimate.deleteMany({ where: { userId: actor.userId } });
    expect(await measureStale()).toBe(1);
    const { person } = await exportOwnData(actor);
    expect(person.orientations).toMatchObject([{ id, answers: [{ position: 1, score: 1 }, {}] }]);
    await deleteAccount(actor, { password: "", signedInAt: Math.floor(Date.now() / 1000) });
    expect(await db().orientationAttempt.count({ where: { id } })).toBe(0);
    expect(await db().orientationAnswer.count({ where: { attemptId: id } })).toBe(0);
  });
});
