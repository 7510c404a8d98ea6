import { expect, it } from "vitest";
import type { ChallengeSummary } from "@/lib/challenges/list-challenges";
import { type CalibratedItems, itemKey } from "@/lib/measurement/calibrated-item";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { pathItems } from "./path-items";

const text = { en: "Serve", zh: "服务" };
const challenge: ChallengeSummary = {
  ...{ slug: "serve", title: text, summary: text, kind: "function", runtime: null, state: "new" },
  ...{ difficulty: 1, minutes: 20 },
  skills: [
    { slug: "serving-api", weight: 0.7 },
    { slug: "cnn", weight: 0.3 },
  ],
};

const difficulties = (items: CalibratedItems) =>
  pathItems([], [challenge], { parameters: DEFAULT_PARAMETERS, items }).ways.flatMap((way) =>
    way.flatMap(({ effects }) => effects.map(({ response }) => response.item.difficulty)),
  );

it("takes a challenge as it is calibrated on a skill, else by its author's word", () => {
  const belief = { difficulty: -0.4, difficultySd: 0.1 };
  const rest = { logDiscrimination: 0, logDiscriminationSd: 0.1, authorDifficulty: 1 };
  const calibrated = new Map([[itemKey("serving-api", "serve"), { ...belief, ...rest }]]);
  const [onServing, onCnn] = difficulties(calibrated);
  expect(onServing).toBe(-0.4);
  expect(onCnn).toBeCloseTo(0.8, 12);
  expect(difficulties(new Map())).toEqual([onCnn, onCnn]);
});
