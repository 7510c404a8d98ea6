import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { readTrack, type TrackView } from "./read-track";

/** Every track in the order of the curriculum, with the actor's progress. */
export async function listTracks(actor: Actor): Promise<TrackView[]> {
  const tracks = await db().track.findMany({
    where: { currentVersionId: { not: null } },
    orderBy: { position: "asc" },
    select: { slug: true },
  });
  return Promise.all(tracks.map(({ slug }) => readTrack(actor, slug)));
}
