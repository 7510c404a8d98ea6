import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DomainError, InputError } from "@/lib/platform/errors";
import { claimUpload } from "@/lib/uploads/claim-upload";
import { ownDraft } from "./piece-row";

/** Puts a file that has arrived beside a report. Throws piece_not_found, piece_handed_in or InputError. */
export async function attachFile(actor: Actor, id: string, uploadId: string): Promise<void> {
  const { userId } = requireUser(actor);
  await db().$transaction(async (tx) => {
    const { manifest, challengeId, attachments } = await ownDraft(tx, userId, id);
    const limit = manifest.attachments?.max_files ?? 0;
    if (attachments.length >= limit) {
      throw new DomainError("unprocessable", "files_enough", { limit });
    }
    const extension = await extensionOf(uploadId);
    // The version that this piece belongs to may take other files than the newest.
    if (!manifest.attachments?.extensions.includes(extension)) {
      throw new InputError([{ path: "upload", code: "upload_unusable" }]);
    }
    await claimUpload(tx, { id: uploadId, userId, challengeId });
    await tx.pieceFile.create({ data: { pieceId: id, uploadId } });
  });
}

async function extensionOf(uploadId: string): Promise<string> {
  const upload = await db().upload.findUnique({ where: { id: uploadId } });
  return upload?.filename.toLowerCase().split(".").at(-1) ?? "";
}

/** Takes a file away from a report, whoever of the team put it there. Throws piece_not_found or piece_handed_in. */
export async function detachFile(actor: Actor, id: string, uploadId: string): Promise<void> {
  const { userId } = requireUser(actor);
  await db().$transaction(async (tx) => {
    await ownDraft(tx, userId, id);
    await tx.upload.deleteMany({ where: { id: uploadId, pieceFile: { pieceId: id } } });
  });
}
