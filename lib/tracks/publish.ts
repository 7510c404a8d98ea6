import { ContentError } from "@/lib/content/content-error";
import type { TrackPackage } from "@/lib/content/load-track";
import { db } from "@/lib/platform/db";

/** Makes a package the current version of its track; versions never change. Throws ContentError. */
export async function publishTrack(content: TrackPackage, position: number): Promise<void> {
  const { manifest, lessons, contentHash } = content;
  const track = await db().track.upsert({
    where: { slug: manifest.slug },
    create: { slug: manifest.slug, position },
    update: { position },
  });
  const versions = await db().trackVersion.findMany({
    where: { trackId: track.id },
    select: { id: true, version: true, contentHash: true },
  });
  const known = versions.find((version) => version.contentHash === contentHash);
  if (!known && versions.some((version) => version.version === manifest.version)) {
    throw new ContentError(`${manifest.slug}/track.yaml`, [
      `version ${manifest.version} is published with other content; raise \`version\``,
    ]);
  }
  const version =
    known ??
    (await db().trackVersion.create({
      data: { trackId: track.id, version: manifest.version, contentHash, manifest, lessons },
    }));
  if (track.currentVersionId === version.id) return;
  await db().track.update({ where: { id: track.id }, data: { currentVersionId: version.id } });
}
