import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { type Answers, checkAnswers } from "./answers";
import { attemptOf, isOver, lockAttempt } from "./attempt-row";

/**
 * Keeps answers; those to other questions stay as they are, so that two devices do not undo each
 * other. Throws attempt_not_found, attempt_over or InputError.
 */
export async function saveAnswers(actor: Actor, id: string, given: Answers) {
  const { userId } = requireUser(actor);
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, id);
    const attempt = await attemptOf(tx, userId, id);
    const now = new Date();
    if (isOver(attempt, now)) throw new DomainError("conflict", "attempt_over");
    checkAnswers(attempt.form, attempt.items, given);
    const answers = { ...attempt.answers, ...given };
    await tx.quizAttempt.update({ where: { id }, data: { answers } });
    return { savedAt: now.toISOString() };
  });
}
