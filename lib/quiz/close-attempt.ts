import { v7 as uuidv7 } from "uuid";
import { appendEvents } from "@/lib/grading/append-events";
import { addJob } from "@/lib/jobs/add-job";
import { db } from "@/lib/platform/db";
import { answers } from "./answers";
import { lockAttempt } from "./attempt-row";

/** The file that a submission of a quiz holds. */
export const ANSWERS_FILE = "answers.json";

/**
 * Hands in what an attempt has saved: it is over, and submission, first event and grading job
 * exist, all or nothing. Closing twice gives the same submission's id.
 */
export async function closeAttempt(attemptId: string): Promise<string> {
  return db().$transaction(async (tx) => {
    await lockAttempt(tx, attemptId);
    const attempt = await tx.quizAttempt.findUniqueOrThrow({ where: { id: attemptId } });
    if (attempt.submissionId) return attempt.submissionId;
    const id = uuidv7();
    await tx.submission.create({
      data: {
        id,
        userId: attempt.userId,
        challengeId: attempt.challengeId,
        challengeVersionId: attempt.challengeVersionId,
        files: { [ANSWERS_FILE]: JSON.stringify(answers.parse(attempt.answers), null, 2) },
        seed: attempt.seed,
      },
    });
    await tx.quizAttempt.update({
      where: { id: attemptId },
      data: { finishedAt: new Date(), submissionId: id },
    });
    await appendEvents(tx, { submissionId: id }, 0, [{ type: "queued", data: {} }]);
    await addJob(tx, "grade-submission", { submissionId: id });
    return id;
  });
}
