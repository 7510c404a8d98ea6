import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { compareVerdicts, readReplay } from "@/lib/grading/replay";
import { db } from "@/lib/platform/db";
import { readSubmission } from "@/lib/submissions/read-submission";
import { signedIn } from "@/lib/testing/fixtures";
import { publishQuiz, rightAnswers, SECRET } from "@/lib/testing/quiz";
import { UnderWay } from "@/workers/grading/under-way";
import { gradeSubmission } from "@/workers/tasks/grade-submission";
import { closeOverdue } from "./close-overdue";
import { finishAttempt } from "./finish-attempt";
import { judgeSubmission } from "./judge-submission";
import { listAttempts } from "./list-attempts";
import { readAttempt } from "./read-attempt";
import { saveAnswers } from "./save-answers";
import { startAttempt } from "./start-attempt";

beforeAll(() => publishQuiz("small"));

const MISSING = { code: "attempt_not_found" };

async function started(): Promise<{ actor: UserActor; id: string }> {
  const actor = await signedIn();
  return { actor, ...(await startAttempt(actor, "small")) };
}

const letTimePass = (id: string, ms: number) => db().$executeRaw`
  UPDATE "QuizAttempt" SET "deadlineAt" = "deadlineAt" - make_interval(secs => ${ms / 1000}),
    "startedAt" = "startedAt" - make_interval(secs => ${ms / 1000}) WHERE id = ${id}::uuid`;

/** As a worker does; nothing of it needs a sandbox. */
async function judge(submissionId: string) {
  await gradeSubmission.handle(
    { submissionId },
    { workerId: "w", pool: null as never, desk: null as never, underWay: new UnderWay() },
  );
}

const MINUTES = 60_000;

describe("an attempt", () => {
  it("asks as many questions as the quiz says, and saves answers one by one", async () => {
    const { actor, id } = await started();
    const keys = await rightAnswers(actor, id);
    await saveAnswers(actor, id, { "1": keys["1"] ?? [] });
    await Promise.all(["2", "3"].map((n) => saveAnswers(actor, id, { [n]: keys[n] ?? [] })));
    const view = await readAttempt(actor, id);
    expect(view).toMatchObject({ status: "open", judgement: null, submission: null });
    expect(view.questions.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(view.answers).toEqual({ "1": keys["1"], "2": keys["2"], "3": keys["3"] });
    expect(view.remainingMs).toBeGreaterThan(9 * MINUTES);
  });

  it("is one at a time, also when it is started twice at once", async () => {
    const actor = await signedIn();
    const made = await Promise.all([1, 2, 3].map(() => startAttempt(actor, "small")));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await startAttempt(actor, "small")).toEqual(made[0]);
    expect((await listAttempts(actor, "small")).open).toBe(made[0]?.id);
  });

  it("asks others something else", async () => {
    const forms = await Promise.all(
      [1, 2, 3, 4].map(async () => {
        const { actor, id } = await started();
        return JSON.stringify((await readAttempt(actor, id)).questions);
      }),
    );
    expect(new Set(forms).size).toBe(4);
  });

  it.each([
    [{ "5": [0] }, "question_unknown"],
    [{ "1": [9] }, "answer_unfit"],
    [{ "1": [0, 0] }, "answer_unfit"],
  ])("refuses %j and keeps nothing of it", async (given, code) => {
    const { actor, id } = await started();
    const attempt = saveAnswers(actor, id, given);
    await expect(attempt).rejects.toMatchObject({ issues: [{ code }] });
    expect((await readAttempt(actor, id)).answers).toEqual({});
  });
});

describe("before judgement", () => {
  it("neither key nor explanation leaves the server, open or handed in", async () => {
    const { actor, id } = await started();
    const open = JSON.stringify(await readAttempt(actor, id));
    const { submission } = await finishAttempt(actor, id);
    const views = [
      open,
      JSON.stringify(await readAttempt(actor, id)),
      JSON.stringify(await readSubmission(actor, submission)),
      JSON.stringify(await listAttempts(actor, "small")),
    ];
    for (const view of views) {
      expect(view).not.toContain(SECRET);
      expect(view).not.toMatch(/"(key|answer|accept|wrong|tolerance|explanation|seed|order)"/);
    }
  });
});

describe("after judgement", () => {
  it("right answers are explained, wrong ones get a topic to read up on and not the key", async () => {
    const { actor, id } = await started();
    const keys = await rightAnswers(actor, id);
    await saveAnswers(actor, id, { "1": keys["1"] ?? [] });
    const { submission } = await finishAttempt(actor, id);
    await judge(submission);
    const { judgement, status } = await readAttempt(actor, id);
    expect(status).toBe("judged");
    expect(judgement).toMatchObject({ verdict: "failed", score: 0.25 });
    const [first, ...others] = judgement?.results ?? [];
    expect(first?.outcome).toBe("right");
    expect(first?.explanation?.en).toContain(SECRET);
    expect(first?.reading).toBeNull();
    expect(others.map(({ outcome }) => outcome)).toEqual(Array(3).fill("unanswered"));
    expect(JSON.stringify(others)).not.toContain(SECRET);
    expect(others[0]?.reading?.en).toMatch(/^Read about/);
    expect(judgement?.topics.map(({ points }) => points)).toEqual([2, 2]);
  });

  it("the verdict goes the way of every verdict: evidence, cases, skills, events", async () => {
    const { actor, id } = await started();
    await saveAnswers(actor, id, await rightAnswers(actor, id));
    const { submission } = await finishAttempt(actor, id);
    await judge(submission);
    const stored = await readSubmission(actor, submission);
    expect(stored).toMatchObject({ status: "done", verdict: "passed", score: 1, attempt: id });
    expect(stored.cases.map(({ visible }) => visible)).toEqual(Array(4).fill(false));
    const where = { submissionId: submission };
    expect(await db().evidence.findFirst({ where })).toMatchObject({ runner: "quiz/1" });
    expect(await db().skillEvidence.findFirst({ where })).toMatchObject({
      skillSlug: "maas-literacy",
      score: 1,
    });
    const events = await db().gradingEvent.findMany({ where, orderBy: { seq: "asc" } });
    const types = ["queued", "started", "plan", "case", "case", "case", "case", "verdict"];
    expect(events.map(({ type }) => type)).toEqual(types);
  });

  it("a replay from what was stored agrees", async () => {
    const { actor, id } = await started();
    await saveAnswers(actor, id, { "2": (await rightAnswers(actor, id))["2"] ?? [] });
    const { submission } = await finishAttempt(actor, id);
    await judge(submission);
    const stored = await readReplay({ kind: "system" }, submission);
    const { manifest, files: packageFiles } = stored.content;
    const again = await judgeSubmission({ ...stored, manifest, packageFiles });
    expect(compareVerdicts(stored, interpretEvidence(manifest, again)).agrees).toBe(true);
  });
});

describe("handing in", () => {
  it("gives one submission, however often and at the same moment", async () => {
    const { actor, id } = await started();
    const made = await Promise.all([1, 2, 3].map(() => finishAttempt(actor, id)));
    expect(new Set(made.map(({ submission }) => submission)).size).toBe(1);
    expect(await db().submission.count({ where: { userId: actor.userId } })).toBe(1);
    const late = saveAnswers(actor, id, { "1": [] });
    await expect(late).rejects.toMatchObject({ code: "attempt_over" });
  });
});

describe("the deadline", () => {
  it("has a little grace for the network and none beyond", async () => {
    const { actor, id } = await started();
    await letTimePass(id, 10 * MINUTES + 2_000);
    await expect(saveAnswers(actor, id, { "1": [] })).resolves.toHaveProperty("savedAt");
    await letTimePass(id, 4_000);
    const late = saveAnswers(actor, id, { "1": [] });
    await expect(late).rejects.toMatchObject({ code: "attempt_over" });
  });

  it("hands in what was saved when its learner looks again", async () => {
    const { actor, id } = await started();
    const keys = await rightAnswers(actor, id);
    await saveAnswers(actor, id, keys);
    await letTimePass(id, 11 * MINUTES);
    const { status, submission } = await readAttempt(actor, id);
    expect(status).toBe("judging");
    const { files } = await readSubmission(actor, submission ?? "");
    expect(JSON.parse(files["answers.json"] ?? "")).toEqual(keys);
  });

  it("hands in what was saved when its learner never comes back, once", async () => {
    const { actor, id } = await started();
    const open = await started();
    await letTimePass(id, 11 * MINUTES);
    await Promise.all([closeOverdue(), closeOverdue()]);
    expect(await db().submission.count({ where: { userId: actor.userId } })).toBe(1);
    expect((await readAttempt(open.actor, open.id)).status).toBe("open");
  });
});

describe("attempts a day", () => {
  it("are counted over 24 hours, and the next one's time is told", async () => {
    const { actor, id } = await started();
    await letTimePass(id, 23 * 60 * MINUTES);
    const second = await startAttempt(actor, "small");
    await finishAttempt(actor, second.id);
    const third = startAttempt(actor, "small");
    await expect(third).rejects.toMatchObject({
      code: "no_attempts_left",
      params: { limit: 2, hours: 1, minutes: 0 },
    });
    const { left, nextAt } = await listAttempts(actor, "small");
    expect(left).toBe(0);
    expect(new Date(nextAt ?? 0).getTime() - Date.now()).toBeLessThan(61 * MINUTES);
    await letTimePass(id, 2 * 60 * MINUTES);
    await expect(startAttempt(actor, "small")).resolves.toHaveProperty("id");
  });
});

describe("somebody else's attempt", () => {
  it("does not exist for others, staff included", async () => {
    const { id } = await started();
    for (const other of [await signedIn(), await signedIn("admin")]) {
      await expect(readAttempt(other, id)).rejects.toMatchObject(MISSING);
      await expect(saveAnswers(other, id, { "1": [] })).rejects.toMatchObject(MISSING);
      await expect(finishAttempt(other, id)).rejects.toMatchObject(MISSING);
      expect(await listAttempts(other, "small")).toMatchObject({ open: null, past: [], left: 2 });
    }
    expect(await db().quizAttempt.findUnique({ where: { id } })).toMatchObject({
      finishedAt: null,
      answers: {},
    });
  });

  it("needs an account", async () => {
    const visitor = { kind: "visitor", address: "192.0.2.1" } as const;
    const { id } = await started();
    const refused = { kind: "not_signed_in" };
    await expect(startAttempt(visitor, "small")).rejects.toMatchObject(refused);
    await expect(readAttempt(visitor, id)).rejects.toMatchObject(refused);
    await expect(listAttempts(visitor, "small")).resolves.toMatchObject({ open: null, past: [] });
  });
});
