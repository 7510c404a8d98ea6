import { z } from "zod";
import { localized, trackManifest } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** A track's current version, parsed. Throws track_not_found. */
export async function currentTrack(slug: string) {
  const track = await db().track.findUnique({
    where: { slug },
    include: { currentVersion: true },
  });
  if (!track?.currentVersion) throw notFound("track_not_found");
  return {
    manifest: trackManifest.parse(track.currentVersion.manifest),
    lessons: z.record(z.string(), localized).parse(track.currentVersion.lessons),
    contentHash: track.currentVersion.contentHash,
  };
}
