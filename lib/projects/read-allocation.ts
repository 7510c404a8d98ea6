import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { wholeCohort } from "./allocate-reviews";
import { krippendorffAlpha } from "./krippendorff-alpha";
import { levelsOf, marks } from "./marks";
import { currentProject } from "./project-version";
import { staffOf } from "./staff-marks";

const SHOWN = 200;

/** Who reviews what in a project, how far they are, and how reliable its marks have been. */
export async function readAllocation(actor: Actor, slug: string) {
  staffOf(actor);
  const { challengeId, manifest } = await currentProject(slug);
  const rows = await db().piece.findMany({
    where: { challengeId, status: { not: "draft" } },
    orderBy: [{ handedInAt: "desc" }, { id: "asc" }],
    take: SHOWN,
    include: {
      members: { include: { user: { select: { name: true } } } },
      reviews: { include: { reviewer: { select: { name: true } } }, orderBy: { id: "asc" } },
    },
  });
  const units = rows.flatMap(({ reviews }) => {
    const counted = reviews.filter(
      ({ submittedAt, excludedAt, calibrated, role }) =>
        submittedAt && !excludedAt && calibrated && role !== "appeal",
    );
    const given = counted.map((review) => levelsOf(marks.parse(review.marks)));
    return manifest.rubric.map(({ slug: criterion }) =>
      given.flatMap((levels) => levels[criterion] ?? []),
    );
  });
  return {
    title: manifest.title,
    waiting: rows.filter(({ status }) => status === "waiting").length,
    whole: wholeCohort(manifest.review.peers),
    gatherDays: manifest.review.gather_days,
    alpha: krippendorffAlpha(units),
    pieces: rows.map(({ id, status, handedInAt, dueAt, members, reviews }) => ({
      id,
      status,
      handedInAt: handedInAt?.toISOString() ?? null,
      dueAt: dueAt?.toISOString() ?? null,
      authors: members.map(({ user }) => user.name),
      reviews: reviews.map(
        ({ id, role, reviewer, submittedAt, missedAt, excludedAt, calibrated }) => ({
          id,
          role,
          reviewer: reviewer?.name ?? null,
          state: excludedAt
            ? ("excluded" as const)
            : submittedAt
              ? calibrated
                ? ("sent" as const)
                : ("uncounted" as const)
              : missedAt
                ? ("missed" as const)
                : ("open" as const),
        }),
      ),
    })),
  };
}
