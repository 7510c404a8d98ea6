import type { PredictionsManifest } from "@/lib/content/challenge-manifest";
import { addJob } from "@/lib/jobs/add-job";
import type { Db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";

type Version = { challengeId: string; versionId: string; manifest: PredictionsManifest };

/** Opens a challenge's next season unless one is open; its files are made in the background. */
export async function openSeason(tx: Db, version: Version): Promise<void> {
  const { challengeId, versionId, manifest } = version;
  const last = await tx.season.findFirst({
    where: { challengeId },
    orderBy: { number: "desc" },
    select: { number: true, closedAt: true },
  });
  if (last && !last.closedAt) return;
  const season = await tx.season.create({
    data: {
      challengeId,
      challengeVersionId: versionId,
      number: (last?.number ?? 0) + 1,
      closesAt: new Date(Date.now() + manifest.season_days * DAY_MS),
    },
    select: { id: true },
  });
  await addJob(tx, "prepare-season", { seasonId: season.id });
}
