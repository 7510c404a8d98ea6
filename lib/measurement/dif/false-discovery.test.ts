import { expect, test } from "vitest";
import { discoveries } from "./false-discovery";

test("the fifteen p-values of the published example give four discoveries", () => {
  const published = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
    0.6528, 0.759, 1,
  ];
  expect(discoveries(published).filter(Boolean)).toHaveLength(4);
  expect(discoveries(published.toReversed()).slice(-4)).toEqual([true, true, true, true]);
});

test("nothing is found among nothing, nor among large values", () => {
  expect(discoveries([])).toEqual([]);
  expect(discoveries([0.06, 0.5])).toEqual([false, false]);
});
