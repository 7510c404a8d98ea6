import type { ChallengeSummary } from "@/lib/challenges/list-challenges";
import type { Localized } from "@/lib/content/schemas";
import { authorPrior } from "@/lib/measurement/author-prior";
import { calibratedItem } from "@/lib/measurement/calibrated-item";
import type { ActiveModel } from "@/lib/skills/active-model";
import { USUAL_CASES } from "@/lib/skills/what-next";
import type { TrackView } from "@/lib/tracks/read-track";
import type { PathItem } from "./plan-path";

type Model = Pick<ActiveModel, "parameters" | "items">;

export type PathWays = {
  ways: PathItem[][];
  /** Title and address of each item, by id. */
  places: ReadonlyMap<string, { title: Localized; href: string }>;
};

/** What is left to do of every track in its order, and each other challenge alone. */
export function pathItems(
  tracks: readonly TrackView[],
  challenges: readonly ChallengeSummary[],
  model: Model,
): PathWays {
  const places = new Map<string, { title: Localized; href: string }>();
  const itemOf = (challenge: ChallengeSummary): PathItem[] => {
    if (challenge.state === "passed") return [];
    const id = `challenge:${challenge.slug}`;
    places.set(id, { title: challenge.title, href: `/challenges/${challenge.slug}` });
    return [challengeItem(id, challenge, model)];
  };
  const inTracks = tracks.map((track) =>
    track.items.flatMap((item): PathItem[] => {
      if (item.type === "challenge") return itemOf(item);
      if (item.done) return [];
      const id = `lesson:${track.slug}/${item.slug}`;
      places.set(id, { title: item.title, href: `/tracks/${track.slug}/lessons/${item.slug}` });
      return [{ type: "lesson", id, minutes: item.minutes, effects: [] }];
    }),
  );
  const ordered = new Set(
    tracks.flatMap(({ items }) =>
      items.flatMap(({ type, slug }) => (type === "challenge" ? [slug] : [])),
    ),
  );
  const alone = challenges.filter(({ slug }) => !ordered.has(slug)).map(itemOf);
  return { ways: [...inTracks, ...alone], places };
}

/** What a pass with all points would be; after a failure it is taken for the second attempt. */
function challengeItem(
  id: string,
  { slug: challenge, difficulty, minutes, skills, state }: ChallengeSummary,
  { parameters, items }: Model,
): PathItem {
  const prior = authorPrior(difficulty, 0, parameters);
  const itemOn = (skill: string) =>
    calibratedItem(items, { skill, item: challenge, authorDifficulty: difficulty }, prior);
  return {
    ...{ type: "challenge", id, minutes },
    effects: skills.map(({ slug, weight }) => ({
      skill: slug,
      response: {
        ...{ id, itemId: id, item: itemOn(slug), score: 1, count: USUAL_CASES, load: weight },
        ...{ attempt: state === "tried" ? 2 : 1, hints: 0, supervised: false, ageYears: 0 },
        ...{ similarity: "none", current: true },
      },
    })),
  };
}
