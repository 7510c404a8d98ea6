import type { ItemParameters } from "../response";
import { type LogisticDif, logisticDif } from "./logistic-dif";
import { type DifObservation, type MantelHaenszel, mantelHaenszel } from "./mantel-haenszel";
import { type DifLearner, Matcher } from "./matching";

export type ItemDif = {
  id: string;
  /** Learners of each group who answered it. */
  reference: number;
  focal: number;
  mantelHaenszel: MantelHaenszel | undefined;
  logistic: LogisticDif | undefined;
};

/**
 * Differential functioning of items between two groups, learners matched by their ability on all
 * other items. With `purify`, items that Mantel and Haenszel's test finds in class B or C no longer
 * serve to match, and everything is tested anew until the same items are found (at most
 * four times). Answers to items that are not given are not used.
 */
export function detectDif(
  items: ReadonlyMap<string, ItemParameters>,
  learners: readonly DifLearner[],
  { purify = false, strata = 10 } = {},
): ItemDif[] {
  const matcher = new Matcher(learners, items);
  let flagged = new Set<string>();
  for (let round = 0; ; round++) {
    const found = [...items.keys()].map((id) => testItem(id, learners, matcher, flagged, strata));
    const now = new Set(
      found
        .filter(({ mantelHaenszel: mh }) => mh !== undefined && mh.difClass !== "A")
        .map(({ id }) => id),
    );
    const settled = now.size === flagged.size && [...now].every((id) => flagged.has(id));
    if (!purify || settled || round === 4) return found;
    flagged = now;
  }
}

function testItem(
  id: string,
  learners: readonly DifLearner[],
  matcher: Matcher,
  flagged: ReadonlySet<string>,
  strata: number,
): ItemDif {
  const abilities = matcher.abilities(new Set([...flagged, id]));
  const observations = learners.flatMap(({ group, answers }, index): DifObservation[] => {
    const right = answers.get(id);
    return right === undefined ? [] : [{ group, right, matching: abilities[index] ?? 0 }];
  });
  const focal = observations.filter(({ group }) => group === "focal").length;
  return {
    id,
    reference: observations.length - focal,
    focal,
    mantelHaenszel: mantelHaenszel(observations, strata),
    logistic: logisticDif(observations),
  };
}
