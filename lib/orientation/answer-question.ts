import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { InputError } from "@/lib/platform/errors";
import { type Answer, fits } from "@/lib/quiz/answers";
import { advance } from "./advance";
import { attemptOf, lockAttempt } from "./attempt-row";
import { GRACE_MS } from "./rules";

type Given = {
  position: number;
  /** null: "I do not know", which counts as wrong. */
  answer: Answer | null;
};

/**
 * Takes the answer to the question that is open. It is stored first and judged in a step of its own.
 * What was answered before, or has run out, stays as it is: a second answer changes nothing. Throws
 * orientation_not_found, or InputError.
 */
export async function answerQuestion(actor: Actor, id: string, { position, answer }: Given) {
  const { userId } = requireUser(actor);
  await advance(userId, id);
  await db().$transaction(async (tx) => {
    await lockAttempt(tx, id);
    const attempt = await attemptOf(tx, userId, id);
    const asked = attempt.answers.find((one) => one.position === position);
    if (!asked) throw new InputError([{ path: "position", code: "question_unknown" }]);
    const now = new Date();
    const late = now.getTime() > asked.dueAt.getTime() + GRACE_MS;
    if (attempt.endedAt || asked.outcome !== null || late) return;
    if (answer !== null && answer.length === 0) {
      throw new InputError([{ path: "answer", code: "answer_empty" }]);
    }
    if (answer !== null && !fits(asked.item, answer)) {
      throw new InputError([{ path: "answer", code: "answer_unfit" }]);
    }
    const ranOut = answer === null && now >= asked.dueAt;
    await tx.orientationAnswer.update({
      where: { id: asked.id },
      data: {
        outcome: answer !== null ? "answered" : ranOut ? "expired" : "skipped",
        ...(answer === null ? {} : { answer }),
        answeredAt: now,
      },
    });
  });
  const { endedAt, answers } = await advance(userId, id);
  return { ended: endedAt !== null, position: answers.at(-1)?.position ?? 0 };
}
