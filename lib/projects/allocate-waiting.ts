import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireStaff } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DomainError } from "@/lib/platform/errors";
import { seedOf } from "@/lib/submissions/seed";
import { allocateReviews, wholeCohort } from "./allocate-reviews";
import { type Notice, sendNotices } from "./notify";
import { currentProject, projectOf } from "./project-version";

/** Allocates what waits for a project now, on staff's word. Throws nothing_waits. */
export async function allocateNow(actor: Actor, slug: string): Promise<{ pieces: number }> {
  requireStaff(actor);
  const { challengeId } = await currentProject(slug);
  const versions = await waitingVersions({ challengeId });
  let pieces = 0;
  for (const id of versions) pieces += await allocateVersion(id, () => true);
  if (pieces === 0) throw new DomainError("unprocessable", "nothing_waits");
  return { pieces };
}

/**
 * Allocates wherever a whole cohort waits, so that every piece can have all of its peers, or the
 * oldest piece has waited for as long as the project says.
 */
export async function allocateDue(now = new Date()): Promise<void> {
  for (const id of await waitingVersions({})) {
    await allocateVersion(id, ({ count, oldest, peers, gatherDays }) => {
      const waited = now.getTime() - oldest.getTime();
      return count >= wholeCohort(peers) || waited >= gatherDays * DAY_MS;
    });
  }
}

async function waitingVersions(where: { challengeId?: string }): Promise<string[]> {
  const rows = await db().piece.findMany({
    where: { ...where, status: "waiting" },
    distinct: ["challengeVersionId"],
    select: { challengeVersionId: true },
  });
  return rows.map(({ challengeVersionId }) => challengeVersionId);
}

type Cohort = { count: number; oldest: Date; peers: number; gatherDays: number };

/** Makes a round of every waiting piece of a version, all or nothing. Returns how many. */
async function allocateVersion(id: string, due: (cohort: Cohort) => boolean): Promise<number> {
  const { pieces, notices } = await db().$transaction(async (tx) => {
    // Two allocations at a time would each take the same pieces.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`round:${id}`}, 0))`;
    const version = await tx.challengeVersion.findUniqueOrThrow({ where: { id } });
    const { manifest } = projectOf(version);
    const waiting = await waitingPieces(tx, id);
    const { peers, days, gather_days: gatherDays } = manifest.review;
    const oldest = waiting[0]?.handedInAt;
    if (!oldest || !due({ count: waiting.length, oldest, peers, gatherDays })) {
      return { pieces: 0, notices: [] };
    }
    const roundId = uuidv7();
    const seed = seedOf("round", roundId);
    const { challengeId } = version;
    await tx.reviewRound.create({
      data: { id: roundId, challengeId, challengeVersionId: id, seed },
    });
    const dueAt = new Date(Date.now() + days * DAY_MS);
    await tx.piece.updateMany({
      where: { id: { in: waiting.map(({ id }) => id) } },
      data: { status: "reviewing", roundId, dueAt },
    });
    const authors = waiting.map(({ id, members }) => ({
      piece: id,
      members: members.map(({ userId }) => userId),
    }));
    const allocated = allocateReviews(authors, peers, seed);
    await tx.review.createMany({
      data: allocated.map(({ piece, reviewer }) => ({
        pieceId: piece,
        reviewerId: reviewer,
        role: "peer" as const,
      })),
    });
    const userIds = [...new Set(allocated.map(({ reviewer }) => reviewer))];
    const notice: Notice = {
      kind: "reviewAssigned",
      userIds,
      title: manifest.title,
      path: "/reviews",
      dueAt,
    };
    return { pieces: waiting.length, notices: [notice] };
  });
  await sendNotices(notices);
  return pieces;
}

/** Pieces that wait and still have an author, the oldest first. */
const waitingPieces = (tx: Db, challengeVersionId: string) =>
  tx.piece.findMany({
    where: { challengeVersionId, status: "waiting", members: { some: {} } },
    orderBy: { handedInAt: "asc" },
    select: { id: true, handedInAt: true, members: { select: { userId: true } } },
  });
