import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { calibrationOf } from "./calibration";
import { projectOf } from "./project-version";

const SHOWN = 100;

/** The actor's reviews of peers' pieces, newest round first, and where he stands with calibration. */
export async function listReviews(actor: Actor) {
  const { userId } = requireUser(actor);
  const rows = await db().review.findMany({
    where: { reviewerId: userId, role: "peer" },
    orderBy: [{ assignedAt: "desc" }, { id: "asc" }],
    take: SHOWN,
    include: { piece: { include: { challengeVersion: true } } },
  });
  const versions = new Map(
    rows.map(({ piece }) => [piece.challengeVersionId, piece.challengeVersion]),
  );
  const calibrated = new Map<string, "open" | "passed" | "failed">();
  for (const [id, version] of versions) {
    const { whole, passed } = await calibrationOf(db(), userId, id, projectOf(version));
    calibrated.set(id, whole === 0 ? "open" : passed ? "passed" : "failed");
  }
  return rows.map(({ id, piece, submittedAt, missedAt, helpful, marks }) => ({
    id,
    title: projectOf(piece.challengeVersion).manifest.title,
    versionId: piece.challengeVersionId,
    calibration: calibrated.get(piece.challengeVersionId) ?? "open",
    dueAt: piece.dueAt?.toISOString() ?? null,
    status: submittedAt
      ? ("sent" as const)
      : missedAt
        ? ("missed" as const)
        : Object.keys(marks as object).length > 0
          ? ("begun" as const)
          : ("new" as const),
    helpful,
  }));
}

/** How many reviews the actor still owes; 0 for a visitor. */
export async function countOwnReviews(actor: Actor): Promise<number> {
  if (actor.kind !== "user") return 0;
  return db().review.count({
    where: { reviewerId: actor.userId, role: "peer", submittedAt: null, missedAt: null },
  });
}
