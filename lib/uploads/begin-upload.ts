import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { currentVersion } from "@/lib/challenges/current-version";
import { filesTaken } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { settings } from "@/lib/platform/env";
import { DomainError, InputError } from "@/lib/platform/errors";

/** Nobody has more files under way than this. */
const MOST_UNFINISHED = 5;
const KEPT_MS = 86_400_000;
const MB = 2 ** 20;

export type UploadInput = { challenge: string; filename: string; bytes: number };

/**
 * Makes room for a file: its kind and size are what the challenge takes, and its owner has not
 * filled what he may. It has a day to arrive and to be handed in. Throws InputError, too_large,
 * rate_limited.
 */
export async function beginUpload(actor: Actor, input: UploadInput): Promise<{ id: string }> {
  const { userId } = requireUser(actor);
  const { challengeId, manifest } = await currentVersion(input.challenge);
  const taken = filesTaken(manifest);
  if (!taken) throw new InputError([{ path: "challenge", code: "takes_no_file" }]);
  const { extensions, max_kb } = taken;
  const filename = plainName(input.filename);
  if (!extensions.some((one) => filename.toLowerCase().endsWith(`.${one}`))) {
    const wanted = extensions.map((one) => `.${one}`).join(", ");
    throw new InputError([{ path: "filename", code: "file_extension", params: { wanted } }]);
  }
  if (input.bytes === 0) throw new InputError([{ path: "bytes", code: "file_empty" }]);
  if (input.bytes > max_kb * 1024) {
    throw new DomainError("too_large", "file_too_large", { limitKb: max_kb });
  }
  const id = uuidv7();
  await db().$transaction(async (tx) => {
    // Two at a time would each see room for one.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`upload:${userId}`}, 0))`;
    const unfinished = await tx.upload.count({ where: { userId, sha256: null } });
    if (unfinished >= MOST_UNFINISHED) {
      const params = { limit: MOST_UNFINISHED, retryAfter: 60 };
      throw new DomainError("rate_limited", "too_many_uploads", params);
    }
    const held = await tx.upload.aggregate({ where: { userId }, _sum: { bytes: true } });
    const limitMb = settings().UPLOADS_PER_PERSON_MB;
    if ((held._sum.bytes ?? 0) + input.bytes > limitMb * MB) {
      throw new DomainError("too_large", "uploads_full", { limitMb });
    }
    const expiresAt = new Date(Date.now() + KEPT_MS);
    await tx.upload.create({
      data: { id, userId, challengeId, filename, bytes: input.bytes, expiresAt },
    });
  });
  return { id };
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}/\\]/gu;
const LONGEST_NAME = 120;

/** A name to show: without folders, control and direction characters; its end is what counts. */
const plainName = (name: string): string =>
  (name.split(/[/\\]/).at(-1) ?? "").replace(UNPRINTABLE, "").trim().slice(-LONGEST_NAME);
