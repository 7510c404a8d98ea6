import type { Db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { seedOf } from "@/lib/submissions/seed";

/** What a submission to the open season is judged by. Throws season_not_open. */
export async function joinSeason(tx: Db, challengeId: string) {
  const season = await tx.season.findFirst({
    where: { challengeId, closedAt: null, closesAt: { gt: new Date() } },
    select: { id: true, challengeVersionId: true, preparedAt: true },
  });
  if (!season) throw new DomainError("conflict", "season_not_open");
  if (!season.preparedAt) throw new DomainError("conflict", "season_in_preparation");
  return {
    seasonId: season.id,
    challengeVersionId: season.challengeVersionId,
    seed: seedOf("season", season.id),
  };
}
