import { authorPrior } from "./author-prior";
import { estimateProfile, type SkillEstimate } from "./estimate-profile";
import { LEVELS, type Level, type MeasurementParameters } from "./parameters";
import type { Response } from "./response";

/** A challenge, quiz or project that learners can do. */
export type PublishedItem = {
  id: string;
  difficulty: number;
  /** Cases, questions or criteria. */
  count: number;
  guessing: number;
  skills: readonly { skill: string; load: number }[];
};

export type PublishedSkill = { skill: string; pillar: string };

export type ReachableSkill = PublishedSkill & {
  /** Items that bear on it. */
  items: number;
  estimate: SkillEstimate;
  /** The highest level that the learner is shown to be above; undefined for none. */
  level: Level | undefined;
};

export type ReachOptions = {
  /** What the probability of being above a cut has to be. */
  probability?: number;
  /** Distinct items below which a skill reaches nothing, however sure it seems. */
  leastItems?: number;
  /** The learner's score on an item; all right unless given. */
  score?: (item: PublishedItem) => number;
  supervised?: boolean;
};

/**
 * How far a learner comes who does everything that is published once, today and unaided. For one who
 * has all right: which levels of which skills the content can show at all.
 */
export function reachableSkills(
  bank: readonly PublishedItem[],
  skills: readonly PublishedSkill[],
  parameters: MeasurementParameters,
  { probability = 0.9, leastItems = 2, score = () => 1, supervised = false }: ReachOptions = {},
): ReachableSkill[] {
  const scores = new Map(bank.map((item) => [item.id, score(item)]));
  const evidence = skills.map(({ skill, pillar }) => ({
    skill,
    pillar,
    responses: bank.flatMap((item) => {
      const load = item.skills.find((one) => one.skill === skill)?.load;
      const given = { load: load ?? 0, score: scores.get(item.id) ?? 0, supervised };
      return load ? [responseTo(item, given, parameters)] : [];
    }),
  }));
  const profile = estimateProfile(evidence, parameters);
  return skills.map(({ skill, pillar }) => {
    const estimate = profile.get(skill) as SkillEstimate;
    const level = LEVELS.findLast((one) => estimate.above[one] >= probability);
    const { items } = estimate;
    return { skill, pillar, items, estimate, level: items >= leastItems ? level : undefined };
  });
}

const responseTo = (
  { id, difficulty, guessing, count }: PublishedItem,
  given: Pick<Response, "load" | "score" | "supervised">,
  parameters: MeasurementParameters,
): Response => ({
  id,
  itemId: id,
  item: authorPrior(difficulty, guessing, parameters),
  count,
  attempt: 1,
  hints: 0,
  ageYears: 0,
  similarity: "none",
  current: true,
  ...given,
});
