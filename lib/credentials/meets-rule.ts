import type { CredentialRule } from "@/lib/content/credential-rules";
import type { Level } from "@/lib/measurement/parameters";

/** What is known of a learner, by skill. */
export type Standing = {
  above: ReadonlyMap<string, Record<Level, number>>;
  /** Challenges passed, the skills that each bears on, and whether that was supervised. */
  passed: readonly { challenge: string; skills: readonly string[]; supervised: boolean }[];
};

export type Shortfall =
  | { code: "probability"; skill: string; is: number; needed: number }
  | { code: "evidence"; is: number; needed: number }
  | { code: "supervised" };

/** What is missing for a credential; nothing where it is deserved. */
export function shortfalls(rule: CredentialRule, { above, passed }: Standing): Shortfall[] {
  const bearing = passed.filter(({ skills }) =>
    skills.some((skill) => rule.skills.includes(skill)),
  );
  const distinct = new Set(bearing.map(({ challenge }) => challenge)).size;
  const missing: Shortfall[] = rule.skills.flatMap((skill) => {
    const is = above.get(skill)?.[rule.level] ?? 0;
    return is >= rule.probability
      ? []
      : [{ code: "probability" as const, skill, is, needed: rule.probability }];
  });
  if (distinct < rule.least_evidence) {
    missing.push({ code: "evidence", is: distinct, needed: rule.least_evidence });
  }
  if (rule.supervised && !bearing.some(({ supervised }) => supervised)) {
    missing.push({ code: "supervised" });
  }
  return missing;
}
