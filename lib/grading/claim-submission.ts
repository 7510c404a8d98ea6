import { z } from "zod";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { appendEvents } from "./append-events";

/** An infrastructure fault is retried until this many gradings were begun. */
export const MAX_ATTEMPTS = 3;

/**
 * Begins the next attempt, by compare-and-set: null when there is nothing to do, because the
 * submission is done, gone or being graded. The attempt fences all later writes.
 */
export async function claimSubmission(submissionId: string, workerId: string) {
  const claimed = await db().submission.updateMany({
    where: { id: submissionId, status: "queued" },
    data: { status: "running", workerId, attempt: { increment: 1 }, startedAt: new Date() },
  });
  if (claimed.count === 0) return null;
  const submission = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: { challengeVersion: true },
  });
  await appendEvents(db(), { submissionId }, submission.attempt, [
    { type: "started", data: { attempt: submission.attempt } },
  ]);
  return {
    submissionId,
    workerId,
    attempt: submission.attempt,
    seed: submission.seed,
    files: z.record(z.string(), z.string()).parse(submission.files),
    contentHash: submission.challengeVersion.contentHash,
    manifest: challengeManifest.parse(submission.challengeVersion.manifest),
    packageFiles: z.record(z.string(), z.string()).parse(submission.challengeVersion.files),
  };
}

export type Claim = NonNullable<Awaited<ReturnType<typeof claimSubmission>>>;
