import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { unready } from "./hand-in";
import { memberOf, type PieceRow, pieceOf } from "./piece-row";
import { currentProject } from "./project-version";
import { unfinishedPiece } from "./start-piece";

/** A project's rules, and how the actor stands with it: the piece under way and those before. */
export async function readWork(actor: Actor, slug: string) {
  const { manifest, challengeId } = await currentProject(slug);
  const { rubric, review, team = null, pass, report, attachments = null } = manifest;
  const rules = { review, team, pass, report, attachments };
  if (actor.kind !== "user") return { rules, rubric, piece: null, past: [] };
  const { userId } = actor;
  const open = await unfinishedPiece(db(), userId, challengeId);
  const past = await db().submission.findMany({
    where: { userId, challengeId, pieceId: { not: null } },
    orderBy: { createdAt: "desc" },
    take: 20,
    select: { id: true, createdAt: true, status: true, verdict: true, score: true },
  });
  return {
    rules,
    rubric,
    piece: open ? present(await pieceOf(db(), { id: open.id, ...memberOf(userId) }), userId) : null,
    past: past.map(({ createdAt, ...one }) => ({ ...one, createdAt: createdAt.toISOString() })),
  };
}

export type WorkView = Awaited<ReturnType<typeof readWork>>;

function present(piece: PieceRow, userId: string) {
  const waitsFor = new Set(unready(piece).map((member) => member.userId));
  const own = piece.members.find((member) => member.userId === userId);
  return {
    id: piece.id,
    draft: piece.status === "draft",
    report: piece.report,
    revision: piece.revision,
    files: piece.attachments.map(({ upload: { id, filename, bytes } }) => ({
      id,
      filename,
      bytes,
    })),
    statement: own?.statement ?? "",
    members: piece.members.map((member) => ({
      id: member.userId,
      name: member.user.name,
      own: member.userId === userId,
      ready: !waitsFor.has(member.userId),
      /** What the actor gave him; nobody sees what others gave. */
      share:
        piece.shares.find(({ raterId, ratedId }) => raterId === userId && ratedId === member.userId)
          ?.share ?? null,
    })),
  };
}
