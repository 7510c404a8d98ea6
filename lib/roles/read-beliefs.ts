import { bandOf } from "@/lib/measurement/estimate";
import { expectedInPillars } from "@/lib/measurement/estimate-profile";
import { normalDensity } from "@/lib/measurement/numeric/density";
import type { MeasurementParameters } from "@/lib/measurement/parameters";
import type { Prior } from "@/lib/measurement/posterior";
import { db } from "@/lib/platform/db";
import { activeModel } from "@/lib/skills/active-model";
import { readResponses } from "@/lib/skills/read-responses";
import type { Belief } from "./compare-role";

/**
 * What is believed of every skill of a person: the estimate where there is evidence; else what his
 * pillar lets expect, or what holds for learners in general.
 */
export async function readBeliefs(userId: string): Promise<Map<string, Belief>> {
  const [skills, estimates, model] = await Promise.all([
    db().skill.findMany({ select: { slug: true, pillar: true } }),
    db().skillEstimate.findMany({ where: { userId } }),
    activeModel(db()),
  ]);
  const { parameters } = model;
  const known = new Map(estimates.map((row) => [row.skillSlug, row]));
  const responses = await readResponses(db(), userId, model, new Date());
  const evidence = skills.flatMap(({ slug, pillar }) => {
    const own = responses.get(slug);
    return own ? [{ skill: slug, pillar, responses: own }] : [];
  });
  const expected = expectedInPillars(evidence, parameters);
  return new Map(
    skills.map(({ slug, pillar }): [string, Belief] => {
      const row = known.get(slug);
      if (!row) return [slug, unmeasured(expected.get(pillar) ?? parameters.prior, parameters)];
      const { mean, sd, low, high } = row;
      return [slug, { mean, sd, low, high, measured: true }];
    }),
  );
}

const unmeasured = (prior: Prior, { bandMass }: MeasurementParameters): Belief => ({
  ...prior,
  ...bandOf(normalDensity(prior), bandMass),
  measured: false,
});
