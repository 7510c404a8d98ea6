import { expect, test } from "vitest";
import { responseOf } from "@/lib/testing/measurement";
import { estimate } from "./estimate";
import { estimateProfile, expectedInPillars } from "./estimate-profile";
import { measurementParameters } from "./parameters";
import { pillarPrior } from "./pillar-prior";

const PARAMETERS = measurementParameters.parse({ pillarCorrelation: 0.5 });
const strong = () => [1, 2, 3].map(() => responseOf({ count: 15 }));
const profileOf = (evidence: Parameters<typeof estimateProfile>[0], parameters = PARAMETERS) =>
  estimateProfile(evidence, parameters);

test("one perfectly known skill predicts another by their correlation", () => {
  const { mean, sd } = pillarPrior([{ mean: 2, sd: 1e-6 }], PARAMETERS);
  expect(mean).toBeCloseTo(0.5 * 2, 6);
  expect(sd).toBeCloseTo(Math.sqrt(1 - 0.25), 6);
});

test("two noisy skills predict a third as the multivariate normal does", () => {
  // Observations z1, z2 with noise v; correlations ρ. Closed form by the 2×2 inverse.
  const [rho, v] = [0.5, 0.4];
  const [z1, z2] = [1.1, -0.3];
  const diagonal = 1 + v;
  const factor = rho / (diagonal + rho);
  const observed = (z: number) => ({ mean: z / (1 + v), sd: Math.sqrt(v / (1 + v)) });
  const found = pillarPrior([observed(z1), observed(z2)], PARAMETERS);
  expect(found.mean).toBeCloseTo(factor * (z1 + z2), 10);
  expect(found.sd).toBeCloseTo(Math.sqrt(1 - 2 * rho * factor), 10);
});

test("a skill without evidence is drawn to the others of its pillar alone", () => {
  const profile = profileOf([
    { skill: "a", pillar: "P", responses: strong() },
    { skill: "b", pillar: "P", responses: [] },
    { skill: "c", pillar: "Q", responses: [] },
  ]);
  expect(profile.get("b")?.mean).toBeGreaterThan(0.3);
  expect(profile.get("b")?.sd).toBeLessThan(1);
  expect(profile.get("c")?.mean).toBeCloseTo(0, 10);
  expect(profile.get("b")?.responses).toBe(0);
});

test("what a pillar lets expect is what a skill without evidence in it is believed to be", () => {
  const evidence = [
    { skill: "a", pillar: "P", responses: strong() },
    { skill: "b", pillar: "P", responses: strong().map((one) => ({ ...one, score: 0.4 })) },
    { skill: "d", pillar: "Q", responses: strong() },
  ];
  const profile = profileOf([...evidence, { skill: "c", pillar: "P", responses: [] }]);
  const expected = expectedInPillars(evidence, PARAMETERS);
  expect([...expected.keys()]).toEqual(["P", "Q"]);
  expect(expected.get("P")?.mean).toBeCloseTo(profile.get("c")?.prior.mean ?? 0, 10);
  expect(expected.get("P")?.sd).toBeCloseTo(profile.get("c")?.prior.sd ?? 0, 10);
});

test("without correlation every skill stands alone", () => {
  const parameters = measurementParameters.parse({ pillarCorrelation: 0 });
  const responses = strong();
  const profile = profileOf(
    [
      { skill: "a", pillar: "P", responses },
      { skill: "b", pillar: "P", responses: strong() },
    ],
    parameters,
  );
  expect(profile.get("a")?.mean).toBeCloseTo(estimate(responses, parameters).mean, 10);
});

test("a submission that bears on two skills does not come back through the other one", () => {
  const shared = responseOf({ count: 15, load: 0.5 });
  const alone = estimate([shared], PARAMETERS).mean;
  const profile = profileOf([
    { skill: "a", pillar: "P", responses: [shared] },
    { skill: "b", pillar: "P", responses: [shared] },
  ]);
  expect(profile.get("a")?.mean).toBeCloseTo(alone, 10);
});

test("the order of skills and responses does not change a bit", () => {
  const evidence = ["x", "y", "z"].map((skill) => ({ skill, pillar: "P", responses: strong() }));
  const turned = evidence
    .map((one) => ({ ...one, responses: one.responses.toReversed() }))
    .toReversed();
  const text = (given: typeof evidence) => JSON.stringify([...profileOf(given)]);
  expect(text(turned)).toBe(text(evidence));
});
