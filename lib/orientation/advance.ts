import { type Db, db } from "@/lib/platform/db";
import type { OrientationEnd } from "@/lib/platform/prisma/enums";
import { judgeAnswer } from "@/lib/quiz/judge-answer";
import { measureLearner } from "@/lib/skills/measure-learner";
import { askNext } from "./ask-next";
import { type Attempt, attemptOf, lockAttempt } from "./attempt-row";
import { beliefsOf } from "./beliefs";
import { GRACE_MS } from "./rules";

/**
 * Brings an attempt to where it should be: judges what was answered, closes what has run out, then
 * asks the next question or ends. Doing it again changes nothing, so whoever was interrupted is
 * helped by whoever looks next.
 */
export async function advance(userId: string, id: string, leave = false): Promise<Attempt> {
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, id);
    const now = new Date();
    const found = await attemptOf(tx, userId, id);
    if (found.endedAt) return found;
    await judgeAnswered(tx, found, now);
    const attempt = await attemptOf(tx, userId, id);
    const awaited = attempt.answers.some(({ outcome }) => outcome === null);
    const over = now.getTime() >= attempt.deadlineAt.getTime() + (awaited ? GRACE_MS : 0);
    if (over || leave) await end(tx, attempt, over ? "time" : "left", now);
    else if (!awaited) {
      const why = await askNext(tx, attempt, now);
      if (why) await end(tx, attempt, why, now);
    }
    return attemptOf(tx, userId, id);
  });
}

async function judgeAnswered(tx: Db, attempt: Attempt, now: Date): Promise<void> {
  for (const { id, item, drawn, outcome, answer, score, dueAt } of attempt.answers) {
    if (outcome !== null && score === null) {
      const earned = outcome === "answered" ? judgeAnswer(item, drawn, answer ?? undefined) : 0;
      await tx.orientationAnswer.update({ where: { id }, data: { score: earned } });
    }
    // One that the end of the whole cut short had less than its time: it is not held against him.
    const hadItsTime = dueAt.getTime() < attempt.deadlineAt.getTime();
    if (outcome === null && hadItsTime && now.getTime() > dueAt.getTime() + GRACE_MS) {
      const data = { outcome: "expired", answeredAt: dueAt, score: 0 } as const;
      await tx.orientationAnswer.update({ where: { id }, data });
    }
  }
}

/** All answers are evidence from here on, as one measurement. */
async function end(tx: Db, { id, userId }: Attempt, why: OrientationEnd, now: Date) {
  await tx.orientationAttempt.update({
    where: { id },
    data: { endedAt: now, endReason: why },
  });
  const counted = await tx.orientationAnswer.count({
    where: { attemptId: id, score: { not: null } },
  });
  if (counted > 0) await measureLearner(tx, userId, { orientation: id });
  const after = await beliefsOf(tx, userId);
  await tx.orientationAttempt.update({ where: { id }, data: { after } });
}
