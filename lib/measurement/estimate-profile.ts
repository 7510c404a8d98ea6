import { type Estimate, estimateFromParts } from "./estimate";
import { meanAndSd } from "./numeric/density";
import type { MeasurementParameters } from "./parameters";
import { type OwnEstimate, pillarPrior } from "./pillar-prior";
import { countedParts, type Part, type Prior, posterior } from "./posterior";
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
  const ordered = counted(evidence, parameters);
  return new Map(
    ordered.map((one) => {
      const others = ordered
        .filter(({ skill, pillar }) => pillar === one.pillar && skill !== one.skill)
        .map(({ parts }) => ownEstimate(parts, one.ids, parameters));
      const prior = pillarPrior(others, parameters);
      return [one.skill, { ...estimateFromParts(one.parts, parameters, prior), prior }];
    }),
  );
}

/** What the evidence in each pillar lets expect of a skill there that has none of its own. */
export function expectedInPillars(
  evidence: readonly SkillEvidence[],
  parameters: MeasurementParameters,
): Map<string, Prior> {
  const ordered = counted(evidence, parameters);
  const pillars = [...new Set(ordered.map(({ pillar }) => pillar))];
  return new Map(
    pillars.map((pillar) => {
      const others = ordered
        .filter((one) => one.pillar === pillar)
        .map(({ parts }) => ownEstimate(parts, new Set(), parameters));
      return [pillar, pillarPrior(others, parameters)];
    }),
  );
}

/** Skills in an order of their own, with what counts of their responses: each is asked about often. */
const counted = (evidence: readonly SkillEvidence[], parameters: MeasurementParameters) =>
  evidence
    .toSorted((a, b) => (a.skill < b.skill ? -1 : 1))
    .map(({ skill, pillar, responses }) => ({
      ...{ skill, pillar, parts: countedParts(responses, parameters) },
      ids: new Set(responses.map(({ id }) => id)),
    }));

function ownEstimate(
  all: readonly Part[],
  without: ReadonlySet<string>,
  parameters: MeasurementParameters,
): OwnEstimate {
  const parts = all.filter(({ id }) => !without.has(id));
  // The prior as the grid holds it, so that no evidence is undone into none.
  return parts.length === 0 ? parameters.prior : meanAndSd(posterior(parameters.prior, parts));
}
