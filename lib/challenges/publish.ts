import { deviceNeed } from "@/lib/content/challenge-manifest";
import { ContentError } from "@/lib/content/content-error";
import type { ChallengePackage } from "@/lib/content/load-challenge";
import { flagOf } from "@/lib/devices/flags";
import { addJob } from "@/lib/jobs/add-job";
import { db } from "@/lib/platform/db";
import { openSeason } from "@/lib/seasons/open-season";

/** Whether this very content was published before, and so was proven then. */
export async function isPublished({ manifest, contentHash }: ChallengePackage): Promise<boolean> {
  const where = { challenge: { slug: manifest.slug }, contentHash };
  return (await db().challengeVersion.count({ where })) > 0;
}

/**
 * Makes a package the current version of its challenge. A published version never changes: other
 * content under the same version number is refused. Throws ContentError.
 */
export async function publishChallenge(content: ChallengePackage): Promise<void> {
  const { manifest, contentHash } = content;
  const challenge = await db().challenge.upsert({
    where: { slug: manifest.slug },
    create: { slug: manifest.slug },
    update: {},
    include: { currentVersion: { select: { contentHash: true } } },
  });
  if (challenge.currentVersion?.contentHash === contentHash) return;
  const versions = await db().challengeVersion.findMany({
    where: { challengeId: challenge.id },
    select: { id: true, version: true, contentHash: true },
  });
  const known = versions.find((version) => version.contentHash === contentHash);
  if (!known && versions.some((version) => version.version === manifest.version)) {
    throw new ContentError(`${manifest.slug}/challenge.yaml`, [
      `version ${manifest.version} is published with other content; raise \`version\``,
    ]);
  }
  const version = known ?? (await createVersion(challenge.id, content));
  await db().$transaction(async (tx) => {
    await tx.challenge.update({
      where: { id: challenge.id },
      data: { currentVersionId: version.id },
    });
    // A season under way keeps the version that it began with.
    if (manifest.kind !== "predictions") return;
    await openSeason(tx, { challengeId: challenge.id, versionId: version.id, manifest });
  });
}

/** A new version, and where it needs a device the job that proves its speed marks on one. */
function createVersion(challengeId: string, { manifest, files, contentHash }: ChallengePackage) {
  const data = { challengeId, version: manifest.version, contentHash, manifest, files };
  return db().$transaction(async (tx) => {
    const version = await tx.challengeVersion.create({
      data: { ...data, publishedAt: new Date() },
    });
    const need = deviceNeed(manifest);
    const flags = need && [flagOf(need)];
    if (flags) await addJob(tx, "prove-on-device", { versionId: version.id }, { flags });
    return version;
  });
}
