import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

const LENGTH = 100;

/**
 * Who stands where in a season, of those who chose a display name: each by the submission that is
 * best on the public part, ranked by it while the season is open, by its private part afterwards.
 * number: which season; the latest when left out. Throws season_not_found.
 */
export async function readStandings(actor: Actor, slug: string, number?: number) {
  const season = await db().season.findFirst({
    where: { challenge: { slug }, ...(number !== undefined && { number }) },
    orderBy: { number: "desc" },
    select: { id: true, number: true, closesAt: true, closedAt: true, challengeId: true },
  });
  if (!season) throw notFound("season_not_found");
  const [rows, seasons] = await Promise.all([
    db().submission.findMany({
      where: {
        seasonId: season.id,
        best: true,
        measured: { not: null },
        user: { leaderboardName: { not: null }, disabledAt: null, eraseAt: null },
      },
      orderBy: [{ measured: "desc" }, { createdAt: "asc" }],
      take: LENGTH,
      select: {
        measured: true,
        createdAt: true,
        userId: true,
        user: { select: { leaderboardName: true } },
      },
    }),
    db().season.count({ where: { challengeId: season.challengeId } }),
  ]);
  const values = rows.map(({ measured }) => measured ?? 0);
  return {
    number: season.number,
    seasons,
    closesAt: season.closesAt.toISOString(),
    closedAt: season.closedAt?.toISOString() ?? null,
    rows: rows.map((row, index) => ({
      // Equal values share a rank.
      rank: values.indexOf(values[index] as number) + 1,
      name: row.user.leaderboardName ?? "",
      value: values[index] as number,
      at: row.createdAt.toISOString(),
      own: actor.kind === "user" && row.userId === actor.userId,
    })),
  };
}
