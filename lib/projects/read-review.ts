import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { marks } from "./marks";
import { neutralNames } from "./neutral-names";
import { ownReview } from "./own-review";

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
    files: await neutralNames(piece.id),
    marks: marks.parse(saved),
    dueAt: piece.dueAt?.toISOString() ?? null,
    status: submittedAt ? ("sent" as const) : missedAt ? ("missed" as const) : ("open" as const),
    calibrated: calibration.passed,
  };
}
