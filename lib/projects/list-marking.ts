import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";
import { projectOf } from "./project-version";
import { judgedBy, staffOf } from "./staff-marks";

const SHOWN = 100;

/** What waits for staff: pieces to mark, outliers, appeals; and every project's way there. */
export async function listMarking(actor: Actor) {
  const { userId } = staffOf(actor);
  const notOwn = judgedBy(userId);
  const [toMark, outliers, appeals, projects] = await Promise.all([
    pieces({
      ...notOwn,
      status: "reviewing",
      reviews: { none: { role: "staff", submittedAt: { not: null } } },
    }),
    pieces({ ...notOwn, status: "moderating" }),
    pieces({ ...notOwn, appeal: { status: "open" } }),
    projectCounts(),
  ]);
  return { toMark, outliers, appeals, projects };
}

async function pieces(where: Prisma.PieceWhereInput) {
  const rows = await db().piece.findMany({
    where,
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: SHOWN,
    include: { challengeVersion: true, reviews: { where: { role: "peer" } } },
  });
  return rows.map(({ id, dueAt, handedInAt, challengeVersion, reviews }) => ({
    id,
    title: projectOf(challengeVersion).manifest.title,
    handedInAt: handedInAt?.toISOString() ?? null,
    dueAt: dueAt?.toISOString() ?? null,
    peers: reviews.length,
    sent: reviews.filter(({ submittedAt }) => submittedAt).length,
    missed: reviews.filter(({ missedAt }) => missedAt).length,
  }));
}

async function projectCounts() {
  const challenges = await db().challenge.findMany({
    where: { currentVersion: { manifest: { path: ["kind"], equals: "project" } } },
    orderBy: { slug: "asc" },
    include: { currentVersion: true },
  });
  const counts = await db().piece.groupBy({ by: ["challengeId", "status"], _count: true });
  return challenges.flatMap(({ id, slug, currentVersion }) => {
    if (!currentVersion) return [];
    const of = (...statuses: string[]) =>
      counts
        .filter((row) => row.challengeId === id && statuses.includes(row.status))
        .reduce((sum, { _count }) => sum + _count, 0);
    return [
      {
        slug,
        title: projectOf(currentVersion).manifest.title,
        waiting: of("waiting"),
        reviewing: of("reviewing", "moderating"),
        marked: of("marked"),
      },
    ];
  });
}
