import { type Estimate, estimate } from "./estimate";
import { meanAndSd } from "./numeric/density";
import type { MeasurementParameters } from "./parameters";
import { type OwnEstimate, pillarPrior } from "./pillar-prior";
import { countedParts, type Prior, posterior } from "./posterior";
import type { Response } from "./response";

/** A skill, the pillar it stands in, and the learner's responses that bear on it. */
export type SkillEvidence = { skill: string; pillar: string; responses: readonly Response[] };

/** The estimate, and what the learner's other skills had said before the evidence. */
export type SkillEstimate = Estimate & { prior: Prior };

/**
 * A learner's skills, each drawn to the others of its pillar. A submission that bears on two skills
 * is left out of what the one says of the other: no evidence counts twice for a skill.
 */
export function estimateProfile(
  evidence: readonly SkillEvidence[],
  parameters: MeasurementParameters,
): Map<string, SkillEstimate> {
  const ordered = evidence.toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
  return new Map(
    ordered.map((one) => {
      const own = new Set(one.responses.map(({ id }) => id));
      const others = ordered
        .filter(({ skill, pillar }) => pillar === one.pillar && skill !== one.skill)
        .map(({ responses }) => ownEstimate(responses, own, parameters));
      const prior = pillarPrior(others, parameters);
      return [one.skill, { ...estimate(one.responses, parameters, prior), prior }];
    }),
  );
}

/** What the evidence in each pillar lets expect of a skill there that has none of its own. */
export function expectedInPillars(
  evidence: readonly SkillEvidence[],
  parameters: MeasurementParameters,
): Map<string, Prior> {
  const ordered = evidence.toSorted((a, b) => (a.skill < b.skill ? -1 : 1));
  const pillars = [...new Set(ordered.map(({ pillar }) => pillar))];
  return new Map(
    pillars.map((pillar) => {
      const others = ordered
        .filter((one) => one.pillar === pillar)
        .map(({ responses }) => ownEstimate(responses, new Set(), parameters));
      return [pillar, pillarPrior(others, parameters)];
    }),
  );
}

function ownEstimate(
  responses: readonly Response[],
  without: ReadonlySet<string>,
  parameters: MeasurementParameters,
): OwnEstimate {
  const parts = countedParts(responses, parameters).filter(({ id }) => !without.has(id));
  // The prior as the grid holds it, so that no evidence is undone into none.
  return parts.length === 0 ? parameters.prior : meanAndSd(posterior(parameters.prior, parts));
}
