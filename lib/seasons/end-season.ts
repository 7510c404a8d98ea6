import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { closeSeason } from "./close-season";

/**
 * Ends a season before its time. True when it is closed at once; false while submissions are still
 * graded, and then a worker closes it. Throws season_not_found.
 */
export async function endSeason(actor: Actor, seasonId: string): Promise<boolean> {
  requireAdmin(actor);
  const now = new Date();
  await db().$transaction(async (tx) => {
    const ended = await tx.season.updateMany({
      where: { id: seasonId, closedAt: null },
      data: { closesAt: now },
    });
    if (ended.count === 0) throw notFound("season_not_found");
    await recordAudit(tx, actor, { action: "season.ended", subject: `season:${seasonId}` });
  });
  return closeSeason(seasonId);
}
