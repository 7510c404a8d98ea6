import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { currentVersion } from "@/lib/challenges/current-version";
import {
  type ChallengeManifest,
  isUpload,
  type UploadManifest,
} from "@/lib/content/challenge-manifest";
import { appendEvents } from "@/lib/grading/append-events";
import { queueGrading } from "@/lib/grading/queue-grading";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { joinSeason } from "@/lib/seasons/join-season";
import { claimUpload } from "@/lib/uploads/claim-upload";
import { checkFiles } from "./check-files";
import { dailyAttempts } from "./daily-attempts";
import { claimKey, keepKeyResult, requestHash } from "./idempotency";
import { seedOf } from "./seed";

export type SubmitInput = {
  challenge: string;
  /** Code, by file name; or else `upload`. */
  files?: Record<string, string>;
  /** The id of a file that has arrived whole. */
  upload?: string;
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
  const { manifest, challengeId } = version;
  const upload = isUpload(manifest) ? requireUpload(input) : null;
  if (upload === null) requireCode(manifest, input);
  const id = uuidv7();
  return db().$transaction(async (tx) => {
    if (input.idempotencyKey) {
      const hash = requestHash([input.challenge, input.files ?? input.upload]);
      const earlier = await claimKey(tx, userId, input.idempotencyKey, hash);
      if (earlier) return { id: earlier };
      await keepKeyResult(tx, userId, input.idempotencyKey, id);
    }
    const waiting = await unfinished(tx, userId);
    if (isUpload(manifest) && upload) await handIn(tx, { userId, challengeId }, manifest, upload);
    await tx.submission.create({
      data: {
        id,
        userId,
        challengeId,
        challengeVersionId: version.versionId,
        files: input.files ?? {},
        uploadId: upload,
        seed: seedOf("submission", id),
        ...(manifest.kind === "predictions" && (await joinSeason(tx, challengeId))),
      },
    });
    await appendEvents(tx, { submissionId: id }, 0, [{ type: "queued", data: {} }]);
    // The more somebody has waiting, the later his next one: nobody starves the others.
    await queueGrading(tx, id, { priority: waiting });
    return { id };
  });
}

function requireUpload({ files, upload }: SubmitInput): string {
  if (upload === undefined) throw new InputError([{ path: "upload", code: "takes_a_file" }]);
  if (files) throw new InputError([{ path: "files", code: "takes_no_code" }]);
  return upload;
}

function requireCode(manifest: ChallengeManifest, { files, upload }: SubmitInput) {
  if (upload) throw new InputError([{ path: "upload", code: "takes_no_file" }]);
  checkFiles(manifest, files ?? {});
}

/** Within the day's attempts, the file is used up. Throws no_attempts_left, InputError. */
async function handIn(
  tx: Db,
  whose: { userId: string; challengeId: string },
  { attempts_per_day: limit }: UploadManifest,
  id: string,
) {
  const key = `attempts:${whose.userId}:${whose.challengeId}`;
  // Two at a time would each be the last.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  const { left, nextAt } = await dailyAttempts(tx, { ...whose, limit });
  if (left <= 0) {
    const seconds = Math.ceil(((nextAt?.getTime() ?? Date.now()) - Date.now()) / 1000);
    const params = { limit, retryAfter: Math.max(1, seconds) };
    throw new DomainError("rate_limited", "no_attempts_left", params);
  }
  await claimUpload(tx, { id, ...whose });
}

async function unfinished(tx: Db, userId: string): Promise<number> {
  const count = await tx.submission.count({
    where: { userId, status: { in: ["queued", "running"] } },
  });
  if (count >= MAX_UNFINISHED) {
    throw new DomainError("rate_limited", "too_many_unfinished", {
      limit: MAX_UNFINISHED,
      retryAfter: 10,
    });
  }
  return count;
}
