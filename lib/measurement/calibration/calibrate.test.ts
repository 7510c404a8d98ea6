import { expect, test } from "vitest";
import { knownItem } from "@/lib/testing/measurement";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import { logistic } from "../numeric/logistic";
import { DEFAULT_PARAMETERS } from "../parameters";
import { calibrate } from "./calibrate";
import type { CalibrationItem, CalibrationResponse } from "./calibration-data";

type True = { b: number; a: number };

/** Learners of N(mean, 1) who answer every item. */
function simulated(seed: number, learners: number, items: True[], mean = 0) {
  const next = random(seed);
  const normal = normals(next);
  const responses: CalibrationResponse[] = [];
  for (let learner = 0; learner < learners; learner++) {
    const theta = mean + normal();
    for (const [index, { b, a }] of items.entries()) {
      const right = next() < logistic(a * (theta - b));
      responses.push({
        learner: `learner-${learner}`,
        item: `item-${index}`,
        score: right ? 1 : 0,
        worth: 1,
      });
    }
  }
  return responses;
}

/** Items as their authors see them: by turns so much too hard and too easy. */
const described = (items: True[], off = 0): CalibrationItem[] =>
  items.map(({ b }, index) => ({
    id: `item-${index}`,
    prior: {
      ...knownItem(b + (index % 2 === 0 ? off : -off)),
      difficultySd: 0.5,
      logDiscriminationSd: 0.3,
    },
  }));

const TRUE: True[] = [-1.5, -1, -0.5, -0.2, 0, 0.2, 0.5, 0.8, 1.2, 1.6].map((b, index) => ({
  b,
  a: [0.7, 1, 1.4][index % 3] ?? 1,
}));

test("simulated parameters are recovered although their authors were off", () => {
  const found = calibrate(described(TRUE, 0.5), simulated(1, 700, TRUE), DEFAULT_PARAMETERS);
  expect(found.converged).toBe(true);
  for (const [index, { item, discrimination, priorShare, freed }] of found.items.entries()) {
    const { b, a } = TRUE[index] as True;
    expect(freed).toBe("both");
    expect(Math.abs(item.difficulty - b)).toBeLessThan(Math.max(0.2, 3.5 * item.difficultySd));
    expect(Math.abs(Math.log(discrimination / a))).toBeLessThan(3.5 * item.logDiscriminationSd);
    expect(priorShare).toBeLessThan(0.5);
  }
});

test("below 30 learners nothing moves, from 30 on the difficulty does, from 200 on both do", () => {
  const at = (learners: number) =>
    calibrate(described(TRUE, 0.8), simulated(2, learners, TRUE), DEFAULT_PARAMETERS).items[0];
  const author = described(TRUE, 0.8)[0]?.prior;
  expect(at(29)).toMatchObject({ freed: "none", priorShare: 1, item: author });
  expect(at(30)?.freed).toBe("difficulty");
  expect(at(30)?.item.difficulty).not.toBe(author?.difficulty);
  expect(at(30)?.item.logDiscrimination).toBe(author?.logDiscrimination);
  expect(at(30)?.priorShare).toBeGreaterThan(0.3);
  expect(at(200)?.item.logDiscrimination).not.toBe(author?.logDiscrimination);
});

test("a stronger cohort moves the population, not the scale", () => {
  const found = calibrate(described(TRUE), simulated(3, 500, TRUE, 0.8), DEFAULT_PARAMETERS);
  expect(Math.abs(found.population.mean - 0.8)).toBeLessThan(0.15);
  const drift = found.items.reduce(
    (sum, { item }, index) => sum + item.difficulty - (TRUE[index]?.b ?? 0),
    0,
  );
  expect(Math.abs(drift / TRUE.length)).toBeLessThan(0.1);
});

test("the order of the responses does not change a bit of the result", () => {
  const responses = simulated(4, 60, TRUE);
  const once = calibrate(described(TRUE), responses, DEFAULT_PARAMETERS);
  const turned = calibrate(described(TRUE).reverse(), responses.toReversed(), DEFAULT_PARAMETERS);
  expect(JSON.stringify(turned)).toBe(JSON.stringify(once));
});

test("no number of learners makes the common error of the scale go away", () => {
  const responses = simulated(7, 400, TRUE);
  const free = calibrate(described(TRUE), responses, DEFAULT_PARAMETERS);
  const population = { mean: 0, sd: 1 };
  const held = calibrate(described(TRUE), responses, DEFAULT_PARAMETERS, { population });
  for (const [index, { item }] of free.items.entries()) {
    const fixed = held.items[index]?.item.difficultySd ?? 0;
    expect(item.difficultySd).toBeGreaterThan(
      Math.hypot(fixed * 0.9, 0.5 / Math.sqrt(TRUE.length)),
    );
  }
});

test("an item that is answered by coin toss fits badly, the others well", () => {
  const next = random(5);
  const items = TRUE.map((item) => ({ ...item, a: 1 }));
  const responses = simulated(6, 199, items).map((response) =>
    response.item === "item-4" ? { ...response, score: next() < 0.5 ? 1 : 0 } : response,
  );
  const found = calibrate(described(items), responses, DEFAULT_PARAMETERS);
  const infits = found.items.map(({ fit }) => fit?.infit ?? 0);
  expect(infits[4]).toBeGreaterThan(1.1);
  for (const [index, infit] of infits.entries())
    if (index !== 4) expect(Math.abs(infit - 1)).toBeLessThan(0.1);
});

test("what cannot be is refused", () => {
  const one = { learner: "l", item: "item-0", score: 1, worth: 1 };
  const run = (...responses: CalibrationResponse[]) =>
    calibrate(described(TRUE), responses, DEFAULT_PARAMETERS);
  expect(() => run(one, one)).toThrow(/twice/);
  expect(() => run({ ...one, item: "other" })).toThrow(/not calibrated/);
  expect(() => run({ ...one, score: 2 })).toThrow(RangeError);
});
