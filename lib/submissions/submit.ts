import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { currentVersion } from "@/lib/challenges/current-version";
import { appendEvents } from "@/lib/grading/append-events";
import { addJob } from "@/lib/jobs/add-job";
import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { checkFiles } from "./check-files";
import { claimKey, keepKeyResult, requestHash } from "./idempotency";
import { seedOf } from "./seed";

export type SubmitInput = {
  challenge: string;
  files: Record<string, string>;
  idempotencyKey?: string;
};

/** Nobody has more submissions waiting or running than this. */
export const MAX_UNFINISHED = 20;

/**
 * Stores a submission, its first event and its grading job in one transaction.
 * Returns its id; the same idempotency key gives the same id again.
 */
export async function submit(actor: Actor, input: SubmitInput): Promise<{ id: string }> {
  const { userId } = requireUser(actor);
  const version = await currentVersion(input.challenge);
  checkFiles(version.manifest, input.files);
  const id = uuidv7();
  return db().$transaction(async (tx) => {
    if (input.idempotencyKey) {
      const hash = requestHash([input.challenge, input.files]);
      const earlier = await claimKey(tx, userId, input.idempotencyKey, hash);
      if (earlier) return { id: earlier };
      await keepKeyResult(tx, userId, input.idempotencyKey, id);
    }
    const waiting = await unfinished(tx, userId);
    await tx.submission.create({
      data: {
        id,
        userId,
        challengeId: version.challengeId,
        challengeVersionId: version.versionId,
        files: input.files,
        seed: seedOf("submission", id),
      },
    });
    await appendEvents(tx, { submissionId: id }, 0, [{ type: "queued", data: {} }]);
    // The more somebody has waiting, the later his next one: nobody starves the others.
    await addJob(tx, "grade-submission", { submissionId: id }, { priority: waiting });
    return { id };
  });
}

async function unfinished(tx: Db, userId: string): Promise<number> {
  const count = await tx.submission.count({ where: { userId, status: { not: "done" } } });
  if (count >= MAX_UNFINISHED) {
    throw new DomainError("rate_limited", "too_many_unfinished", {
      limit: MAX_UNFINISHED,
      retryAfter: 10,
    });
  }
  return count;
}
