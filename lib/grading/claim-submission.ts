import { z } from "zod";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { appendEvents } from "./append-events";
import type { Split } from "./interpret-evidence";

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
    include: { challengeVersion: true, upload: { select: { sha256: true } } },
  });
  await appendEvents(db(), { submissionId }, submission.attempt, [
    { type: "started", data: { attempt: submission.attempt } },
  ]);
  return {
    submissionId,
    workerId,
    attempt: submission.attempt,
    seed: submission.seed,
    split: splitOf(submission),
    files: z.record(z.string(), z.string()).parse(submission.files),
    /** Names the uploaded file, where that is what was handed in. */
    sha256: submission.upload?.sha256 ?? null,
    contentHash: submission.challengeVersion.contentHash,
    manifest: challengeManifest.parse(submission.challengeVersion.manifest),
    packageFiles: z.record(z.string(), z.string()).parse(submission.challengeVersion.files),
  };
}

export type Claim = NonNullable<Awaited<ReturnType<typeof claimSubmission>>>;

/** Which part of its season counts for a submission now; everything where it has none. */
export const splitOf = (submission: {
  seasonId: string | null;
  revealedAt: Date | null;
}): Split => {
  if (submission.seasonId === null) return "all";
  return submission.revealedAt ? "private" : "public";
};
