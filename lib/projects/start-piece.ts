import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { memberOf } from "./piece-row";
import { currentProject } from "./project-version";

/** Statuses of a piece that is not finished: one has at most one of a project. */
export const UNFINISHED = ["draft", "waiting", "reviewing", "moderating"] as const;

/** The actor's unfinished piece of the project; a new one where there is none. */
export async function startPiece(actor: Actor, slug: string): Promise<{ id: string }> {
  const { userId } = requireUser(actor);
  const { challengeId, versionId } = await currentProject(slug);
  return db().$transaction(async (tx) => {
    await lockPerson(tx, userId, challengeId);
    const known = await unfinishedPiece(tx, userId, challengeId);
    if (known) return known;
    return tx.piece.create({
      data: { challengeId, challengeVersionId: versionId, members: { create: { userId } } },
      select: { id: true },
    });
  });
}

/** Two starts at a time would each find none. */
export async function lockPerson(tx: Db, userId: string, challengeId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${userId + challengeId}, 0))`;
}

export const unfinishedPiece = (tx: Db, userId: string, challengeId: string) =>
  tx.piece.findFirst({
    where: { challengeId, status: { in: [...UNFINISHED] }, ...memberOf(userId) },
    select: { id: true },
  });
