import { expect, test } from "vitest";
import { knownItem } from "@/lib/testing/measurement";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import { logistic } from "../numeric/logistic";
import { detectDif } from "./detect-dif";
import type { DifLearner } from "./matching";

const ITEMS = Array.from({ length: 12 }, (_, index) => ({
  id: `item-${index}`,
  b: -1.5 + index * 0.27,
  a: [0.8, 1, 1.3][index % 3] ?? 1,
}));
const PARAMETERS = new Map(ITEMS.map(({ id, b, a }) => [id, knownItem(b, a)]));

/** Two groups of 300, the focal one weaker by 0.7, for whom some items are harder by so much. */
function learners(seed: number, harder: Record<string, number>): DifLearner[] {
  const next = random(seed);
  const normal = normals(next);
  return Array.from({ length: 600 }, (_, index) => {
    const group = index % 2 === 0 ? "reference" : "focal";
    const theta = normal() - (group === "focal" ? 0.7 : 0);
    const answers = ITEMS.map(({ id, b, a }) => {
      const shift = group === "focal" ? (harder[id] ?? 0) : 0;
      return [id, next() < logistic(a * (theta - b - shift))] as const;
    });
    return { group, answers: new Map(answers) };
  });
}

test("an item that is harder for one group is found large, no other is, whoever is stronger", () => {
  const found = detectDif(PARAMETERS, learners(1, { "item-5": 1.2 }));
  const flagged = found.filter(({ mantelHaenszel: mh }) => mh?.difClass === "C");
  expect(flagged.map(({ id }) => id)).toEqual(["item-5"]);
  expect(flagged[0]?.mantelHaenszel?.delta).toBeLessThan(-1.5);
  expect(flagged[0]?.logistic?.uniform.p).toBeLessThan(0.001);
  expect(flagged[0]).toMatchObject({ reference: 300, focal: 300 });
});

test("purification takes the items found out of the matching", () => {
  const harder = { "item-2": 1.2, "item-5": 1.2, "item-8": 1.2 };
  const sizes = (purify: boolean) =>
    detectDif(PARAMETERS, learners(2, harder), { purify })
      .filter(({ id }) => !(id in harder))
      .map(({ mantelHaenszel: mh }) => mh?.delta ?? 0);
  const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(Math.abs(mean(sizes(true)))).toBeLessThan(Math.abs(mean(sizes(false))));
});
