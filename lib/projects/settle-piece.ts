import { appendEvents } from "@/lib/grading/append-events";
import { addJob } from "@/lib/jobs/add-job";
import type { Db } from "@/lib/platform/db";
import { countedReviews } from "./counted-reviews";
import { findOutliers } from "./find-outliers";
import type { Notice } from "./notify";
import { lockPiece, type PieceRow, pieceOf } from "./piece-row";

/**
 * Lets a piece go on once nothing of its marks is missing: to staff where a peer's mark lies
 * apart, else to the worker, which makes the verdict. Called after every change to its reviews, in
 * that change's transaction; notices are sent after the commit.
 */
export async function settlePiece(tx: Db, id: string): Promise<Notice[]> {
  await lockPiece(tx, id);
  const piece = await pieceOf(tx, { id });
  if (piece.status !== "reviewing" && piece.status !== "moderating") return [];
  const open = await tx.review.count({
    where: { pieceId: id, role: "peer", submittedAt: null, missedAt: null },
  });
  const { peers, staff } = await countedReviews(tx, id);
  if (open > 0 || !staff) return [];
  const apart = findOutliers(
    piece.manifest.rubric,
    peers.map(({ levels }) => levels),
    staff.levels,
  );
  if (apart.length > 0 && !piece.moderatedAt) {
    await tx.piece.update({ where: { id }, data: { status: "moderating" } });
    return [];
  }
  await tx.piece.update({ where: { id }, data: { status: "marked", markedAt: new Date() } });
  return queueVerdicts(tx, piece, "marksOut");
}

/** Has every member's verdict made, or made anew, from the marks as they stand. */
export async function queueVerdicts(
  tx: Db,
  piece: PieceRow,
  kind: "marksOut" | "appealDecided",
): Promise<Notice[]> {
  const submissions = await tx.submission.findMany({
    where: { pieceId: piece.id, status: { in: ["in_review", "done"] } },
    select: { id: true, userId: true, attempt: true },
  });
  const notices: Notice[] = [];
  for (const { id, userId, attempt } of submissions) {
    await tx.submission.update({ where: { id }, data: { status: "queued", workerId: null } });
    await appendEvents(tx, { submissionId: id }, attempt, [{ type: "queued", data: {} }]);
    await addJob(tx, "grade-submission", { submissionId: id });
    notices.push({
      kind,
      userIds: [userId],
      title: piece.manifest.title,
      path: `/submissions/${id}`,
    });
  }
  return notices;
}
