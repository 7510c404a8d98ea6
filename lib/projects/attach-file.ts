import { inspectArchive } from "@/lib/archives/inspect-archive";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { withBlobFile } from "@/lib/platform/blobs";
import { db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { claimUpload } from "@/lib/uploads/claim-upload";
import { ownUpload } from "@/lib/uploads/own-upload";
import { extensionOf } from "./neutral-names";
import { ownDraft } from "./piece-row";

/** What an archive beside a report may hold. */
const ARCHIVE_LIMITS = { entries: 2_000, bytes: 200 * 2 ** 20 };

/**
 * Puts a file that has arrived beside a report; an archive is looked through first. Throws
 * piece_not_found, piece_handed_in, upload_not_found, files_enough or InputError.
 */
export async function attachFile(actor: Actor, id: string, uploadId: string): Promise<void> {
  const { userId } = requireUser(actor);
  const { filename, sha256 } = await ownUpload(actor, uploadId);
  const extension = extensionOf(filename);
  if (sha256 && extension === "zip") {
    await withBlobFile(sha256, (file) => inspectArchive(file, ARCHIVE_LIMITS));
  }
  await db().$transaction(async (tx) => {
    const { manifest, challengeId, attachments } = await ownDraft(tx, userId, id);
    const limit = manifest.attachments?.max_files ?? 0;
    if (attachments.length >= limit) {
      throw new DomainError("unprocessable", "files_enough", { limit });
    }
    // The version that this piece belongs to may take other files than the newest.
    if (!manifest.attachments?.extensions.includes(extension)) {
      throw new InputError([{ path: "upload", code: "upload_unusable" }]);
    }
    await claimUpload(tx, { id: uploadId, userId, challengeId });
    await tx.pieceFile.create({ data: { pieceId: id, uploadId } });
  });
}

/** Takes a file away from a report, whoever of the team put it there. Throws piece_not_found or piece_handed_in. */
export async function detachFile(actor: Actor, id: string, uploadId: string): Promise<void> {
  const { userId } = requireUser(actor);
  await db().$transaction(async (tx) => {
    await ownDraft(tx, userId, id);
    await tx.upload.deleteMany({ where: { id: uploadId, pieceFile: { pieceId: id } } });
  });
}
