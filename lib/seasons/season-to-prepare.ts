import { fileTexts } from "@/lib/challenges/current-version";
import { predictionsManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { seedOf } from "@/lib/submissions/seed";

/** What a season's files are made from; null where they are there already. */
export async function seasonToPrepare(seasonId: string) {
  const season = await db().season.findFirst({
    where: { id: seasonId, preparedAt: null },
    include: { challengeVersion: true },
  });
  if (!season) return null;
  return {
    content: {
      manifest: predictionsManifest.parse(season.challengeVersion.manifest),
      files: fileTexts.parse(season.challengeVersion.files),
    },
    seed: seedOf("season", season.id),
  };
}
