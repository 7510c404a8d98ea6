import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { type Marks, ofRubric, requireWhole } from "./marks";
import { sendNotices } from "./notify";
import { ownReview } from "./own-review";
import { lockPiece } from "./piece-row";
import { settlePiece } from "./settle-piece";

/** Keeps a review that is being written. Throws review_not_found, calibrate_first or review_over. */
export async function saveReview(actor: Actor, id: string, given: Marks) {
  const { userId } = requireUser(actor);
  return db().$transaction(async (tx) => {
    const { manifest } = await openReview(tx, userId, id);
    await tx.review.update({ where: { id }, data: { marks: ofRubric(manifest.rubric, given) } });
    return { savedAt: new Date().toISOString() };
  });
}

/** Sends a whole review; it cannot be changed afterwards. Throws as saveReview does, or InputError. */
export async function sendReview(actor: Actor, id: string, given: Marks): Promise<void> {
  const { userId } = requireUser(actor);
  const notices = await db().$transaction(async (tx) => {
    const { manifest, calibration, pieceId } = await openReview(tx, userId, id);
    requireWhole(manifest.rubric, given, manifest.review.comment_min);
    await tx.review.update({
      where: { id },
      data: {
        marks: ofRubric(manifest.rubric, given),
        submittedAt: new Date(),
        calibrated: calibration.passed,
      },
    });
    return settlePiece(tx, pieceId);
  });
  await sendNotices(notices);
}

async function openReview(tx: Db, userId: string, id: string) {
  const { pieceId } = await ownReview(tx, userId, id);
  await lockPiece(tx, pieceId);
  const review = await ownReview(tx, userId, id);
  const late = review.piece.dueAt !== null && review.piece.dueAt.getTime() < Date.now();
  if (review.submittedAt || review.missedAt || late)
    throw new DomainError("conflict", "review_over");
  return review;
}
