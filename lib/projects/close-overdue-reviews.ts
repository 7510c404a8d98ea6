import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { type Notice, sendNotices } from "./notify";
import { projectOf } from "./project-version";
import { settlePiece } from "./settle-piece";

/** Reviewers are reminded this long before the end. */
const REMIND_MS = 2 * DAY_MS;

/** Ends the reviews whose time is up or whose reviewer is gone: staff's marks take their place. */
export async function closeOverdueReviews(now = new Date()): Promise<void> {
  const overdue = await db().review.findMany({
    where: {
      role: "peer",
      submittedAt: null,
      missedAt: null,
      OR: [
        { piece: { dueAt: { lt: now } } },
        { reviewerId: null },
        { reviewer: { disabledAt: { not: null } } },
      ],
    },
    select: { id: true, pieceId: true },
  });
  for (const { id, pieceId } of overdue) {
    const notices = await db().$transaction(async (tx) => {
      await tx.review.updateMany({ where: { id, submittedAt: null }, data: { missedAt: now } });
      return settlePiece(tx, pieceId);
    });
    await sendNotices(notices);
  }
}

/** Reminds, once, those whose reviews are due soon. */
export async function remindReviewers(now = new Date()): Promise<void> {
  const soon = await db().review.findMany({
    where: {
      role: "peer",
      submittedAt: null,
      missedAt: null,
      remindedAt: null,
      reviewerId: { not: null },
      piece: { dueAt: { gt: now, lt: new Date(now.getTime() + REMIND_MS) } },
    },
    include: { piece: { include: { challengeVersion: true } } },
  });
  for (const { id, reviewerId, piece } of soon) {
    // Two workers at a time remind once.
    const { count } = await db().review.updateMany({
      where: { id, remindedAt: null },
      data: { remindedAt: now },
    });
    if (count === 0 || !reviewerId) continue;
    const { title } = projectOf(piece.challengeVersion).manifest;
    const notice: Notice = {
      kind: "reviewDue",
      userIds: [reviewerId],
      title,
      path: `/reviews/${id}`,
      dueAt: piece.dueAt,
    };
    await sendNotices([notice]);
  }
}
