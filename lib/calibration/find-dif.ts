import { FACT_NAMES, type FactName } from "@/lib/fairness/facts";
import { detectDif } from "@/lib/measurement/dif/detect-dif";
import { discoveries } from "@/lib/measurement/dif/false-discovery";
import type { DifLearner } from "@/lib/measurement/dif/matching";
import type { ItemParameters } from "@/lib/measurement/response";
import type { Db } from "@/lib/platform/db";
import type { FirstResponse } from "./first-responses";
import type { ItemDifReport } from "./item-report";

/** Of a smaller group nothing is said: it would be noise, and might be told apart. */
export const LEAST_IN_GROUP = 100;
/** Learners are matched by their other items, so a skill needs some. */
const LEAST_ITEMS = 3;

type Attribute = "language" | FactName;
export const ATTRIBUTES: readonly Attribute[] = ["language", ...FACT_NAMES];
/** Which group each learner is in, by attribute; absent where he has not told. */
export type Membership = ReadonlyMap<string, Partial<Record<Attribute, string>>>;

/** The language that learners work in, and what those who consented told for this use. */
export async function readMembership(tx: Db, learners: readonly string[]): Promise<Membership> {
  const rows = await tx.user.findMany({
    where: { id: { in: [...learners] } },
    select: {
      ...{ id: true, locale: true },
      fairnessFacts: { omit: { userId: true, updatedAt: true } },
    },
  });
  return new Map(
    rows.map(({ id, locale, fairnessFacts }) => {
      const told = Object.entries(fairnessFacts ?? {}).filter(([, value]) => value !== null);
      return [id, { language: locale, ...Object.fromEntries(told) }];
    }),
  );
}

type Tested = ItemDifReport & { item: string };

/** Items of a skill under every comparison of two groups that are large enough; not flagged yet. */
export function compareGroups(
  skill: string,
  items: ReadonlyMap<string, ItemParameters>,
  responses: readonly FirstResponse[],
  membership: Membership,
): Tested[] {
  if (items.size < LEAST_ITEMS) return [];
  const answers = new Map<string, Map<string, boolean>>();
  for (const { learner, item, score } of responses) {
    const own = answers.get(learner) ?? new Map<string, boolean>();
    // A difficulty is where half of the points are to be expected.
    answers.set(learner, own.set(item, score >= 0.5));
  }
  return ATTRIBUTES.flatMap((attribute) => {
    const groups = new Map<string, string[]>();
    for (const learner of answers.keys()) {
      const group = membership.get(learner)?.[attribute];
      if (group === undefined) continue;
      const members = groups.get(group);
      if (members) members.push(learner);
      else groups.set(group, [learner]);
    }
    const [largest, ...others] = [...groups]
      .filter(([, members]) => members.length >= LEAST_IN_GROUP)
      .sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
    return others.flatMap((focal) =>
      largest ? compared({ skill, attribute }, items, answers, largest, focal) : [],
    );
  });
}

function compared(
  where: { skill: string; attribute: Attribute },
  items: ReadonlyMap<string, ItemParameters>,
  answers: ReadonlyMap<string, Map<string, boolean>>,
  [reference, ofReference]: [string, string[]],
  [focal, ofFocal]: [string, string[]],
): Tested[] {
  const member = (group: DifLearner["group"]) => (learner: string) => ({
    ...{ group, answers: answers.get(learner) ?? new Map<string, boolean>() },
  });
  const learners = [...ofReference.map(member("reference")), ...ofFocal.map(member("focal"))];
  return detectDif(items, learners, { purify: true })
    .filter((one) => one.reference >= LEAST_IN_GROUP && one.focal >= LEAST_IN_GROUP)
    .map((one) => ({
      ...{ ...where, item: one.id, reference, focal },
      ...{ referenceLearners: one.reference, focalLearners: one.focal },
      delta: one.mantelHaenszel?.delta ?? null,
      difClass: one.mantelHaenszel?.difClass ?? null,
      p: one.logistic?.either.p ?? null,
      flagged: false,
    }));
}

/**
 * Flags differences of class B or C, and those that logistic regression finds with a false discovery
 * rate of 5 % over all that was tested.
 */
export function flagDif(tested: readonly Tested[]): Tested[] {
  const judged = tested.flatMap((one) => one.p ?? []);
  const found = discoveries(judged);
  const bound = Math.max(-1, ...judged.filter((_, index) => found[index]));
  return tested.map((one) => ({
    ...one,
    flagged: one.difClass === "B" || one.difClass === "C" || (one.p !== null && one.p <= bound),
  }));
}
