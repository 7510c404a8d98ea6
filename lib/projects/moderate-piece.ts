import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { sendNotices } from "./notify";
import { settlePiece } from "./settle-piece";
import { pieceForStaff, staffOf } from "./staff-marks";

/**
 * Lets the marks of a piece out after a look at those that lie apart. Peers' reviews named in
 * `excluded` are read by the author but do not count. Throws piece_not_found or piece_marked.
 */
export async function moderatePiece(actor: Actor, id: string, excluded: string[]): Promise<void> {
  const { userId } = staffOf(actor);
  const notices = await db().$transaction(async (tx) => {
    const piece = await pieceForStaff(tx, userId, id);
    if (piece.status !== "moderating") throw new DomainError("conflict", "piece_marked");
    const { count } = await tx.review.updateMany({
      where: { pieceId: id, role: "peer", id: { in: excluded } },
      data: { excludedAt: new Date() },
    });
    await tx.piece.update({ where: { id }, data: { moderatedAt: new Date() } });
    await recordAudit(tx, actor, {
      action: "piece.moderated",
      subject: `piece:${id}`,
      data: { excluded: count },
    });
    return settlePiece(tx, id);
  });
  await sendNotices(notices);
}
