import type { Actor } from "@/lib/auth/actor";
import { visibleSubmissions } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/prisma/client";
import { mayAppeal } from "./appeal";
import { AGREED_WITHIN, type CombinedCriterion, combineMarks } from "./combine-marks";
import { countedReviews } from "./counted-reviews";
import { marks } from "./marks";
import { neutralNames } from "./neutral-names";
import { pieceOf } from "./piece-row";
import { shareFactor } from "./share-factor";

type Row = Prisma.ReviewGetPayload<object>;

/**
 * What a submission's author sees of its marking: how far it is, and once it is marked each
 * criterion's level, how far the markers agree, and every review without its reviewer. Throws
 * submission_not_found.
 */
export async function readResult(actor: Actor, submissionId: string) {
  const found = await db().submission.findFirst({
    where: { AND: [{ id: submissionId, pieceId: { not: null } }, visibleSubmissions(actor)] },
    select: { userId: true, pieceId: true, verdict: true, score: true, status: true },
  });
  if (!found?.pieceId) throw notFound("submission_not_found");
  const piece = await pieceOf(db(), { id: found.pieceId });
  const { manifest } = piece;
  const [reviews, appeal] = await Promise.all([
    db().review.findMany({ where: { pieceId: piece.id }, orderBy: { id: "asc" } }),
    db().appeal.findUnique({
      where: { pieceId: piece.id },
      select: { status: true, text: true, answer: true },
    }),
  ]);
  const marked = piece.status === "marked";
  const peers = reviews.filter(({ role }) => role === "peer");
  return {
    title: manifest.title,
    rubric: manifest.rubric,
    pass: manifest.pass,
    piece: piece.id,
    report: piece.report,
    files: await neutralNames(piece.id),
    /** What he is told of the way there: staff's look at outliers is part of the reviewing. */
    status: piece.status === "moderating" ? ("reviewing" as const) : piece.status,
    dueAt: piece.dueAt?.toISOString() ?? null,
    progress: {
      peers: peers.filter(({ submittedAt }) => submittedAt).length,
      peersInAll: peers.length,
      staff: reviews.some(({ role, submittedAt }) => role === "staff" && submittedAt),
    },
    verdict: found.verdict,
    score: found.score,
    team: manifest.team
      ? {
          size: piece.members.length,
          factor: marked ? shareFactor(found.userId, piece.shares) : null,
        }
      : null,
    criteria: marked ? await criteriaOf(piece) : null,
    reviews: marked ? reviews.filter(({ submittedAt }) => submittedAt).map(presentReview) : [],
    appeal,
    mayAppeal: mayAppeal({ ...piece, appeal }, new Date()),
  };
}

export type ResultView = Awaited<ReturnType<typeof readResult>>;

type ShownCriterion = CombinedCriterion & { agreed: boolean };

async function criteriaOf(piece: Awaited<ReturnType<typeof pieceOf>>): Promise<ShownCriterion[]> {
  const { peers, staff, appeal } = await countedReviews(db(), piece.id);
  if (!staff) return [];
  const { criteria } = combineMarks(piece.manifest.rubric, piece.manifest.review.peers, {
    peers: peers.map(({ levels }) => levels),
    staff: staff.levels,
    appeal: appeal?.levels,
  });
  return criteria.map((one) => ({ ...one, agreed: one.deviation <= AGREED_WITHIN }));
}

/** Neither who wrote it nor when. */
const presentReview = ({ id, role, marks: given, calibrated, excludedAt, helpful }: Row) => ({
  id,
  role,
  marks: marks.parse(given),
  counted: role !== "peer" || (calibrated && excludedAt === null),
  helpful,
});
