import type { Actor } from "@/lib/auth/actor";
import { hashSecret, newSecret } from "@/lib/auth/one-time-secret";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { publicUrl } from "@/lib/platform/env";
import { DomainError, notFound } from "@/lib/platform/errors";
import { lockPiece, ownDraft, pieceOf } from "./piece-row";
import { lockPerson, unfinishedPiece } from "./start-piece";

/** A new link that lets people join the team; the one before ends. */
export async function renewTeamLink(
  actor: Actor,
  id: string,
): Promise<{ path: string; url: string }> {
  const { userId } = requireUser(actor);
  const { secret, hash } = newSecret();
  await db().$transaction(async (tx) => {
    const piece = await ownDraft(tx, userId, id);
    if (!piece.manifest.team) throw new DomainError("unprocessable", "works_alone");
    await tx.piece.update({ where: { id }, data: { inviteHash: hash } });
  });
  const path = `/teams/join?token=${secret}`;
  return { path, url: `${publicUrl()}${path}` };
}

const invited = (secret: string) => ({ inviteHash: hashSecret(secret), status: "draft" as const });

/** Which team a link leads to. Throws link_spent. */
export async function readTeamLink(actor: Actor, secret: string) {
  requireUser(actor);
  const piece = await pieceOf(db(), invited(secret)).catch(() => {
    throw notFound("link_spent");
  });
  return {
    challenge: piece.manifest.slug,
    title: piece.manifest.title,
    members: piece.members.map(({ user }) => user.name),
  };
}

/** Joins the team; an own draft that nobody else works on and that is empty makes way. */
export async function joinTeam(actor: Actor, secret: string): Promise<{ challenge: string }> {
  const { userId } = requireUser(actor);
  return db().$transaction(async (tx) => {
    const found = await tx.piece.findFirst({ where: invited(secret), select: { id: true } });
    if (!found) throw notFound("link_spent");
    await lockPiece(tx, found.id);
    const piece = await pieceOf(tx, { id: found.id });
    const challenge = piece.manifest.slug;
    if (piece.status !== "draft") throw new DomainError("conflict", "piece_handed_in");
    await lockPerson(tx, userId, piece.challengeId);
    if (piece.members.some((member) => member.userId === userId)) return { challenge };
    if (piece.members.length >= (piece.manifest.team?.max ?? 1)) {
      throw new DomainError("conflict", "team_full");
    }
    await tx.piece.deleteMany({
      where: {
        challengeId: piece.challengeId,
        status: "draft",
        report: "",
        attachments: { none: {} },
        members: { some: { userId }, every: { userId } },
      },
    });
    if (await unfinishedPiece(tx, userId, piece.challengeId)) {
      throw new DomainError("conflict", "has_own_piece");
    }
    await tx.pieceMember.create({ data: { pieceId: piece.id, userId } });
    // Shares were given among others than the team is now.
    await tx.shareRating.deleteMany({ where: { pieceId: piece.id } });
    return { challenge };
  });
}

/** Leaves a team before its work is handed in; the last one takes the draft with him. */
export async function leaveTeam(actor: Actor, id: string): Promise<void> {
  const { userId } = requireUser(actor);
  await db().$transaction(async (tx) => {
    const piece = await ownDraft(tx, userId, id);
    if (piece.members.length === 1) {
      await tx.upload.deleteMany({ where: { pieceFile: { pieceId: id } } });
      await tx.piece.delete({ where: { id } });
      return;
    }
    await tx.pieceMember.delete({ where: { pieceId_userId: { pieceId: id, userId } } });
    await tx.shareRating.deleteMany({ where: { pieceId: id } });
  });
}
