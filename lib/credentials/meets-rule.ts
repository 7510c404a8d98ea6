import type { CredentialRule } from "@/lib/content/credential-rules";
import type { Level } from "@/lib/measurement/parameters";

/** Share of its points from which on a challenge counts as evidence of its own. */
export const LEAST_SCORE = 0.5;

/** What is known of a learner, by skill. */
export type Standing = {
  above: ReadonlyMap<string, Record<Level, number>>;
  /** Challenges with so much of their points, the skills they bear on, and whether one was watched. */
  shown: readonly { challenge: string; skills: readonly string[]; supervised: boolean }[];
};

export type Shortfall =
  | { code: "probability"; skill: string; is: number; needed: number }
  /** Nothing is known of the skill yet. */
  | { code: "unmeasured"; skill: string }
  | { code: "evidence"; is: number; needed: number }
  | { code: "supervised" };

/** What was shown that bears on one of the rule's skills. */
export const bearingOn = <One extends { skills: readonly string[] }>(
  rule: CredentialRule,
  shown: readonly One[],
): One[] => shown.filter(({ skills }) => skills.some((skill) => rule.skills.includes(skill)));

/** What is missing for a credential; nothing where it is deserved. */
export function shortfalls(rule: CredentialRule, { above, shown }: Standing): Shortfall[] {
  const bearing = bearingOn(rule, shown);
  const distinct = new Set(bearing.map(({ challenge }) => challenge)).size;
  const missing = rule.skills.flatMap((skill): Shortfall[] => {
    const is = above.get(skill)?.[rule.level];
    if (is === undefined) return [{ code: "unmeasured", skill }];
    const needed = rule.probability;
    return is >= needed ? [] : [{ code: "probability", skill, is, needed }];
  });
  if (distinct < rule.least_evidence) {
    missing.push({ code: "evidence", is: distinct, needed: rule.least_evidence });
  }
  if (rule.supervised && !bearing.some(({ supervised }) => supervised)) {
    missing.push({ code: "supervised" });
  }
  return missing;
}
