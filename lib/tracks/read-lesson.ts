import type { Actor } from "@/lib/auth/actor";
import { notFound } from "@/lib/platform/errors";
import { currentTrack } from "./current-track";
import { readTrack, type TrackItem } from "./read-track";

/** A lesson's text in both languages, and what stands before and after it. Throws lesson_not_found. */
export async function readLesson(actor: Actor, trackSlug: string, lessonSlug: string) {
  const [{ lessons, contentHash }, track] = await Promise.all([
    currentTrack(trackSlug),
    readTrack(actor, trackSlug),
  ]);
  const text = lessons[lessonSlug];
  const index = track.items.findIndex((item) => item.type === "lesson" && item.slug === lessonSlug);
  const lesson = track.items[index];
  if (!text || lesson?.type !== "lesson") throw notFound("lesson_not_found");
  return {
    ...lesson,
    text,
    contentHash,
    track: { slug: track.slug, title: track.title },
    previous: neighbour(track.items[index - 1]),
    next: neighbour(track.items[index + 1]),
  };
}

const neighbour = (item: TrackItem | undefined) =>
  item ? { type: item.type, slug: item.slug, title: item.title } : null;
