import { expect, test } from "vitest";
import { canonicalJson, modelIdentity } from "./model-identity";
import { DEFAULT_PARAMETERS, measurementParameters } from "./parameters";

test("a changed parameter changes the model's identity, the order of keys does not", () => {
  const { cuts, ...others } = DEFAULT_PARAMETERS;
  const identity = modelIdentity(DEFAULT_PARAMETERS);
  expect(modelIdentity({ cuts, ...others })).toEqual(identity);
  expect(modelIdentity({ ...DEFAULT_PARAMETERS, icc: 0.31 })).not.toEqual(identity);
  expect(identity.parametersHash).toMatch(/^[0-9a-f]{64}$/);
});

test("canonical JSON sorts keys at every depth and leaves lists as they are", () => {
  expect(canonicalJson({ b: [2, 1], a: { d: 1, c: null } })).toBe(
    '{"a":{"c":null,"d":1},"b":[2,1]}',
  );
});

test("cut scores have to ascend, and misspelt parameters are refused", () => {
  expect(measurementParameters.safeParse({ cuts: { working: 0.5 } }).success).toBe(false);
  expect(measurementParameters.safeParse({ iccc: 0.2 }).success).toBe(false);
});
