import type { Actor, UserActor } from "@/lib/auth/actor";
import { requireStaff, requireUser } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { type Marks, ofRubric, requireWhole } from "./marks";
import { sendNotices } from "./notify";
import { lockPiece, type PieceRow, pieceOf } from "./piece-row";
import { settlePiece } from "./settle-piece";

/** The actor as somebody who marks for the installation. Throws not_found. */
export function staffOf(actor: Actor): UserActor {
  requireStaff(actor);
  return requireUser(actor);
}

/** `where` of the pieces that staff may judge: none of their own. */
export const judgedBy = (userId: string) => ({ members: { none: { userId } } });

/** A handed-in piece that this member of staff may judge, locked. Throws piece_not_found. */
export async function pieceForStaff(tx: Db, userId: string, id: string): Promise<PieceRow> {
  await lockPiece(tx, requireId(id));
  return pieceOf(tx, { id, status: { not: "draft" }, ...judgedBy(userId) });
}

/** Keeps staff's marks that are being written. Throws piece_not_found or piece_marked. */
export async function saveStaffMarks(actor: Actor, pieceId: string, given: Marks) {
  const { userId } = staffOf(actor);
  return db().$transaction(async (tx) => {
    await writeMarks(tx, userId, pieceId, given, null);
    return { savedAt: new Date().toISOString() };
  });
}

/** Sends staff's marks, which may be the last that a piece waits for. Throws as saveStaffMarks does, or InputError. */
export async function sendStaffMarks(actor: Actor, pieceId: string, given: Marks): Promise<void> {
  const { userId } = staffOf(actor);
  const notices = await db().$transaction(async (tx) => {
    const { manifest } = await writeMarks(tx, userId, pieceId, given, new Date());
    requireWhole(manifest.rubric, given, manifest.review.comment_min);
    return settlePiece(tx, pieceId);
  });
  await sendNotices(notices);
}

async function writeMarks(
  tx: Db,
  userId: string,
  pieceId: string,
  given: Marks,
  submittedAt: Date | null,
): Promise<PieceRow> {
  const piece = await pieceForStaff(tx, userId, pieceId);
  if (piece.status !== "reviewing") throw new DomainError("conflict", "piece_marked");
  const known = await tx.review.findFirst({ where: { pieceId, role: "staff" } });
  if (known?.submittedAt) throw new DomainError("conflict", "piece_marked");
  const data = { reviewerId: userId, marks: ofRubric(piece.manifest.rubric, given), submittedAt };
  if (known) await tx.review.update({ where: { id: known.id }, data });
  else await tx.review.create({ data: { pieceId, role: "staff", calibrated: true, ...data } });
  return piece;
}
