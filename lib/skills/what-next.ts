import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { type ChallengeSummary, listChallenges } from "@/lib/challenges/list-challenges";
import { localized, trackManifest } from "@/lib/content/schemas";
import type { Candidate } from "@/lib/measurement/adaptive/candidate";
import { type LearnerState, nextItem } from "@/lib/measurement/adaptive/next-item";
import { authorPrior } from "@/lib/measurement/author-prior";
import { calibratedItem } from "@/lib/measurement/calibrated-item";
import { shownLevel } from "@/lib/measurement/estimate";
import { type Density, normalDensity } from "@/lib/measurement/numeric/density";
import { db } from "@/lib/platform/db";
import { type ActiveModel, activeModel } from "./active-model";

const SUGGESTED = 3;
/** Cases that a challenge is taken to have; since they hang together, more would say little more. */
export const USUAL_CASES = 8;

type Localized = { en: string; zh: string };

export type Suggestion = {
  slug: string;
  title: Localized;
  minutes: number;
  /** The skill whose band it is expected to narrow most, and how wide that is before and after. */
  skill: Localized;
  from: number;
  to: number;
};

/**
 * Challenges that would tell most about the actor's skills, balanced over the pillars. In a track
 * each comes after the one before it. Those that need a device are left to choice.
 */
export async function whatNext(actor: Actor): Promise<Suggestion[]> {
  const { userId } = requireUser(actor);
  const [skills, estimates, challenges, before, model] = await Promise.all([
    db().skill.findMany(),
    db().skillEstimate.findMany({ where: { userId } }),
    listChallenges(actor),
    predecessors(),
    activeModel(db()),
  ]);
  const pillarOf = new Map(skills.map(({ slug, pillar }) => [slug, pillar]));
  const believed = new Map(estimates.map((row) => [row.skillSlug, row]));
  const { parameters } = model;
  const densities = new Map(
    skills.map(({ slug }) => {
      return [slug, normalDensity(believed.get(slug) ?? parameters.prior)];
    }),
  );
  const candidates = challenges
    .filter(({ runtime }) => runtime !== "gpu")
    .map(
      (challenge): Candidate => ({
        id: challenge.slug,
        item: itemOf(challenge, model),
        count: USUAL_CASES,
        skills: challenge.skills.map(({ slug, weight }) => ({ skill: slug, load: weight })),
        group: groupOf(challenge, pillarOf),
        prerequisites: before.get(challenge.slug) ?? [],
      }),
    );
  const groups = [...new Set(candidates.map(({ group }) => group))];
  const balance = new Map(groups.map((group) => [group, 1 / groups.length]));
  let state = stateOf(challenges, pillarOf, densities);
  const found: Suggestion[] = [];
  while (found.length < SUGGESTED) {
    const next = nextItem(candidates, state, parameters, balance);
    const challenge = challenges.find(({ slug }) => slug === next?.id);
    if (!next || !challenge) break;
    const { skill, from, to } = next.reason;
    const row = skills.find(({ slug }) => slug === skill);
    const { slug, title, minutes } = challenge;
    const center = (believed.get(skill) ?? parameters.prior).mean;
    const width = (logits: number) =>
      shownLevel(center + logits / 2) - shownLevel(center - logits / 2);
    found.push({
      ...{ slug, title, minutes, skill: localized.parse(row?.title) },
      ...{ from: width(from), to: width(to) },
    });
    state = afterDoing(state, challenge, pillarOf);
  }
  return found;
}

const groupOf = ({ skills }: ChallengeSummary, pillarOf: Map<string, string>) => {
  const skill = heaviest(skills);
  return pillarOf.get(skill) ?? skill;
};

const heaviest = (skills: ChallengeSummary["skills"]) =>
  skills.toSorted((a, b) => b.weight - a.weight)[0]?.slug ?? "";

function stateOf(
  challenges: ChallengeSummary[],
  pillarOf: Map<string, string>,
  skills: Map<string, Density>,
): LearnerState {
  const tried = challenges.filter(({ state }) => state !== "new");
  const passed = challenges.filter(({ state }) => state === "passed").map(({ slug }) => slug);
  const groups = new Map<string, number>();
  for (const one of tried) {
    const group = groupOf(one, pillarOf);
    groups.set(group, (groups.get(group) ?? 0) + 1);
  }
  return { skills, done: new Set(passed), passed: new Set(passed), groups };
}

/** As if it were done, so that the suggestion after it is another one. */
function afterDoing(
  state: LearnerState,
  challenge: ChallengeSummary,
  pillarOf: Map<string, string>,
): LearnerState {
  const group = groupOf(challenge, pillarOf);
  const groups = new Map(state.groups).set(group, (state.groups.get(group) ?? 0) + 1);
  return { ...state, groups, done: new Set([...state.done, challenge.slug]) };
}

/** The challenge that stands before each in its track. */
async function predecessors(): Promise<Map<string, string[]>> {
  const tracks = await db().track.findMany({ include: { currentVersion: true } });
  const before = new Map<string, string[]>();
  for (const { currentVersion } of tracks) {
    if (!currentVersion) continue;
    const { items } = trackManifest.parse(currentVersion.manifest);
    const slugs = items.flatMap((item) => ("challenge" in item ? [item.challenge] : []));
    for (const [index, slug] of slugs.entries()) {
      const previous = slugs[index - 1];
      if (previous) before.set(slug, [...(before.get(slug) ?? []), previous]);
    }
  }
  return before;
}

/** What is believed of the challenge on the skill that it bears on most. */
function itemOf(
  { slug, skills, difficulty }: ChallengeSummary,
  { parameters, items }: ActiveModel,
) {
  const skill = heaviest(skills);
  const asked = { skill, item: slug, authorDifficulty: difficulty };
  return calibratedItem(items, asked, authorPrior(difficulty, 0, parameters));
}
