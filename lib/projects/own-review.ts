import type { Db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { calibrationOf } from "./calibration";
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
