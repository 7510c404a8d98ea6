import type { Actor } from "@/lib/auth/actor";
import { type ChallengeSummary, listChallenges } from "@/lib/challenges/list-challenges";
import type { Localized, TrackManifest } from "@/lib/content/schemas";
import { currentTrack } from "./current-track";
import { readLessons } from "./lesson-progress";

export type TrackLesson = {
  type: "lesson";
  slug: string;
  title: Localized;
  minutes: number;
  done: boolean;
};
export type TrackChallenge = { type: "challenge" } & ChallengeSummary;
export type TrackItem = TrackLesson | TrackChallenge;

/** A track with its items in order and the actor's progress in each. Throws track_not_found. */
export async function readTrack(actor: Actor, slug: string) {
  const { manifest } = await currentTrack(slug);
  const [challenges, read] = await Promise.all([listChallenges(actor), readLessons(actor, slug)]);
  const bySlug = new Map(challenges.map((challenge) => [challenge.slug, challenge]));
  const items = presentItems(manifest.items, bySlug, read);
  return {
    slug,
    title: manifest.title,
    summary: manifest.summary,
    audience: manifest.audience,
    leadsTo: manifest.leads_to,
    items,
    beside: presentItems(manifest.beside, bySlug, read),
    progress: progressOf(items),
  };
}

export type TrackView = Awaited<ReturnType<typeof readTrack>>;

/** Items whose challenge is not published here are left out. */
function presentItems(
  items: TrackManifest["items"],
  challenges: Map<string, ChallengeSummary>,
  read: Set<string>,
): TrackItem[] {
  return items.flatMap((item): TrackItem[] => {
    if ("lesson" in item) {
      const { lesson: slug, title, minutes } = item;
      return [{ type: "lesson", slug, title, minutes, done: read.has(slug) }];
    }
    const challenge = challenges.get(item.challenge);
    return challenge ? [{ type: "challenge", ...challenge }] : [];
  });
}

const isDone = (item: TrackItem) => (item.type === "lesson" ? item.done : item.state === "passed");

function progressOf(items: TrackItem[]) {
  const next = items.find((item) => !isDone(item));
  return {
    done: items.filter(isDone).length,
    total: items.length,
    minutes: items.reduce((sum, item) => sum + item.minutes, 0),
    next: next ? { type: next.type, slug: next.slug } : null,
  };
}
