import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { calibrationOf } from "./calibration";
import { marks } from "./marks";
import { projectOf } from "./project-version";

/** A peer's own review with its piece and project. Throws review_not_found. */
export async function ownReview(tx: Db, userId: string, id: string) {
  const row = await tx.review.findFirst({
    where: { id, reviewerId: userId, role: "peer" },
    include: { piece: { include: { challengeVersion: true } } },
  });
  if (!row) throw notFound("review_not_found");
  const project = projectOf(row.piece.challengeVersion);
  const versionId = row.piece.challengeVersionId;
  const calibration = await calibrationOf(tx, userId, versionId, project);
  // What is to be reviewed shows only to those who have tried themselves first.
  if (calibration.whole === 0) throw new DomainError("conflict", "calibrate_first", { versionId });
  return { ...row, ...project, calibration };
}

/**
 * A peer's review: the piece without anything of its author, and the marks as saved last. Throws
 * review_not_found or calibrate_first.
 */
export async function readReview(actor: Actor, id: string) {
  const { userId } = requireUser(actor);
  const {
    piece,
    manifest,
    marks: saved,
    submittedAt,
    missedAt,
    calibration,
  } = await ownReview(db(), userId, id);
  return {
    id,
    title: manifest.title,
    challenge: manifest.slug,
    rubric: manifest.rubric,
    commentMin: manifest.review.comment_min,
    report: piece.report,
    marks: marks.parse(saved),
    dueAt: piece.dueAt?.toISOString() ?? null,
    status: submittedAt ? ("sent" as const) : missedAt ? ("missed" as const) : ("open" as const),
    calibrated: calibration.passed,
  };
}
