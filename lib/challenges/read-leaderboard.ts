import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { currentVersion } from "./current-version";

const LENGTH = 100;

export type LeaderboardRow = {
  rank: number;
  name: string;
  score: number;
  cpuMs: number;
  at: string;
  own: boolean;
};

/**
 * The best submission of everybody who chose a display name: by score, then CPU time, then the
 * earlier one. Equal score and time share a rank.
 */
export async function readLeaderboard(actor: Actor, slug: string): Promise<LeaderboardRow[]> {
  const { challengeId } = await currentVersion(slug);
  const own = actor.kind === "user" ? actor.userId : null;
  const rows = await db().$queryRaw<
    { rank: bigint; name: string; score: number; cpuMs: number; createdAt: Date; userId: string }[]
  >`
    WITH first AS (
      SELECT s."userId", u."leaderboardName" AS name, s.score, s."cpuMs", s."createdAt"
      FROM "Submission" s JOIN "User" u ON u.id = s."userId"
      WHERE s."challengeId" = ${challengeId}::uuid AND s.best
        AND u."leaderboardName" IS NOT NULL AND u."disabledAt" IS NULL AND u."eraseAt" IS NULL
      ORDER BY s.score DESC, s."cpuMs", s."createdAt" LIMIT ${LENGTH}
    )
    SELECT rank() OVER (ORDER BY score DESC, "cpuMs") AS rank, * FROM first
    ORDER BY score DESC, "cpuMs", "createdAt"`;
  return rows.map((row) => ({
    rank: Number(row.rank),
    name: row.name,
    score: row.score,
    cpuMs: row.cpuMs,
    at: row.createdAt.toISOString(),
    own: row.userId === own,
  }));
}
