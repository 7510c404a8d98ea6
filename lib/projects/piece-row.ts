import type { Db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/prisma/client";
import { projectOf } from "./project-version";

const WITH = {
  members: {
    include: { user: { select: { name: true, email: true, leaderboardName: true } } },
    orderBy: { joinedAt: "asc" },
  },
  attachments: { include: { upload: true }, orderBy: [{ addedAt: "asc" }, { uploadId: "asc" }] },
  shares: true,
  challengeVersion: true,
} as const satisfies Prisma.PieceInclude;

/** `where` of the pieces that a person takes part in. */
export const memberOf = (userId: string) => ({ members: { some: { userId } } });

/** A piece with its members and its project. Throws piece_not_found. */
export async function pieceOf(tx: Db, where: Prisma.PieceWhereInput) {
  const row = await tx.piece.findFirst({ where, include: WITH });
  if (!row) throw notFound("piece_not_found");
  return { ...row, ...projectOf(row.challengeVersion) };
}
export type PieceRow = Awaited<ReturnType<typeof pieceOf>>;

/** Lets nobody else write to the piece or its reviews until the transaction ends. */
export async function lockPiece(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Piece" WHERE id = ${id}::uuid FOR UPDATE`;
}

/** A member's own piece, locked, while it is still being written. Throws piece_not_found or piece_handed_in. */
export async function ownDraft(tx: Db, userId: string, id: string): Promise<PieceRow> {
  await lockPiece(tx, id);
  const piece = await pieceOf(tx, { id, ...memberOf(userId) });
  if (piece.status !== "draft") throw new DomainError("conflict", "piece_handed_in");
  return piece;
}
