import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { requireId } from "@/lib/platform/parse-fields";
import { countedReviews } from "./counted-reviews";
import { findOutliers } from "./find-outliers";
import { marks } from "./marks";
import { neutralNames } from "./neutral-names";
import { pieceOf } from "./piece-row";
import { shareFactor } from "./share-factor";
import { judgedBy, staffOf } from "./staff-marks";

/**
 * A piece as staff mark it. Peers' marks show once staff's own are sent, so that these are not
 * drawn towards them. Throws piece_not_found.
 */
export async function readMarking(actor: Actor, id: string) {
  const { userId } = staffOf(actor);
  const where = { id: requireId(id), status: { not: "draft" as const }, ...judgedBy(userId) };
  const piece = await pieceOf(db(), where);
  const { manifest } = piece;
  const [reviews, appeal, counted] = await Promise.all([
    db().review.findMany({
      where: { pieceId: id },
      orderBy: { id: "asc" },
      include: { reviewer: { select: { name: true } } },
    }),
    db().appeal.findUnique({ where: { pieceId: id } }),
    countedReviews(db(), id),
  ]);
  const own = reviews.find(({ role }) => role === "staff");
  const sent = own?.submittedAt !== null && own !== undefined;
  const apart = counted.staff
    ? findOutliers(
        manifest.rubric,
        counted.peers.map(({ levels }) => levels),
        counted.staff.levels,
      ).map((place) => counted.peers[place]?.id)
    : [];
  return {
    id,
    status: piece.status,
    title: manifest.title,
    challenge: manifest.slug,
    rubric: manifest.rubric,
    commentMin: manifest.review.comment_min,
    report: piece.report,
    files: await neutralNames(id),
    members: piece.members.map((member) => ({
      name: member.user.name,
      statement: member.statement,
      factor: manifest.team ? shareFactor(member.userId, piece.shares) : null,
    })),
    marks: marks.parse(own?.marks ?? {}),
    sent,
    reviews: sent
      ? reviews
          .filter(({ submittedAt }) => submittedAt)
          .map((review) => ({
            id: review.id,
            role: review.role,
            reviewer: review.reviewer?.name ?? null,
            marks: marks.parse(review.marks),
            counted: review.role !== "peer" || (review.calibrated && !review.excludedAt),
            apart: apart.includes(review.id),
            helpful: review.helpful,
          }))
      : [],
    appeal: appeal && {
      status: appeal.status,
      text: appeal.text,
      answer: appeal.answer,
    },
  };
}
