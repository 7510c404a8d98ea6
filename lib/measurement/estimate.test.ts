import { expect, test } from "vitest";
import { itemOf, knownItem, responseOf } from "@/lib/testing/measurement";
import { random } from "@/lib/testing/random";
import { estimate, shownLevel, widthOf } from "./estimate";
import { logistic } from "./numeric/logistic";
import { DEFAULT_PARAMETERS } from "./parameters";

const PARAMETERS = DEFAULT_PARAMETERS;
const of = (...responses: Parameters<typeof estimate>[0]) => estimate(responses, PARAMETERS);

test("without evidence the estimate is the prior", () => {
  const { mean, sd, band, responses } = of();
  expect(mean).toBeCloseTo(0, 10);
  expect(sd).toBeCloseTo(1, 2);
  expect(band.low).toBeCloseTo(-1.645, 2);
  expect(band.high).toBeCloseTo(1.645, 2);
  expect(responses).toBe(0);
  expect(shownLevel(mean)).toBeCloseTo(50, 8);
});

test("mean and spread are those of a numerical integration of ten times the resolution", () => {
  const answers = [
    { b: -1, a: 1.2, y: 1 },
    { b: 0.5, a: 0.8, y: 1 },
    { b: 1, a: 1.5, y: 0 },
    { b: 2, a: 1, y: 0 },
  ];
  let [mass, first, second] = [0, 0, 0];
  for (let theta = -8; theta <= 8; theta += 0.005) {
    const weight = answers.reduce(
      (product, { a, b, y }) => {
        const right = logistic(a * (theta - b));
        return product * (y ? right : 1 - right);
      },
      Math.exp((-theta * theta) / 2),
    );
    mass += weight;
    first += weight * theta;
    second += weight * theta * theta;
  }
  const found = of(
    ...answers.map(({ a, b, y }) => responseOf({ item: knownItem(b, a), score: y })),
  );
  expect(found.mean).toBeCloseTo(first / mass, 4);
  expect(found.sd).toBeCloseTo(Math.sqrt(second / mass - (first / mass) ** 2), 3);
});

test("the order of the responses does not change a bit of the result", () => {
  const next = random(7);
  const responses = Array.from({ length: 40 }, () =>
    responseOf({
      item: itemOf(next() * 4 - 2),
      score: Math.round(next() * 8) / 8,
      count: 8,
      load: 0.1 + 0.9 * next(),
    }),
  );
  const shuffled = responses.toSorted(() => next() - 0.5);
  expect(shuffled).not.toEqual(responses);
  expect(JSON.stringify(of(...shuffled))).toBe(JSON.stringify(of(...responses)));
});

test("the probabilities of the levels fall from novice to expert, and rise with success", () => {
  const low = of(responseOf({ score: 0 }));
  const high = of(responseOf({ score: 1 }));
  const { novice, working, proficient, expert } = high.above;
  expect([novice, working, proficient, expert]).toEqual(
    [expert, proficient, working, novice].toSorted((a, b) => b - a),
  );
  expect(high.above.proficient).toBeGreaterThan(of().above.proficient);
  expect(low.above.proficient).toBeLessThan(of().above.proficient);
  expect(low.mean).toBeCloseTo(-high.mean, 8);
});

test("what each response did adds up to what the only response did", () => {
  const one = responseOf({ count: 12 });
  const found = of(one);
  const [only] = found.contributions;
  expect(only?.raised).toBeCloseTo(found.mean - of().mean, 10);
  expect(only?.narrowed).toBeCloseTo(widthOf(of().band) - widthOf(found.band), 10);
});

test("an item near the ability narrows the band more than one far off", () => {
  const near = responseOf({ item: itemOf(0.3), count: 10 });
  const far = responseOf({ item: itemOf(-3.5), count: 10 });
  const [first, second] = of(near, far).contributions;
  expect(first?.id).toBe(near.id);
  expect(first?.narrowed).toBeGreaterThan((second?.narrowed ?? 0) * 2);
});

test("impossible responses are refused, and so is one that stands twice", () => {
  expect(() => of(responseOf({ score: 1.2 }))).toThrow(/score lies outside/);
  expect(() => of(responseOf({ count: 0 }))).toThrow(RangeError);
  const one = responseOf();
  expect(() => of(one, one)).toThrow(/same id/);
});
