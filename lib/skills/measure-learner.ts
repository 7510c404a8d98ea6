import { addJob } from "@/lib/jobs/add-job";
import { estimateProfile, type SkillEstimate } from "@/lib/measurement/estimate-profile";
import { kept } from "@/lib/measurement/numeric/kept-digits";
import type { Db } from "@/lib/platform/db";
import { type ActiveModel, activeModel } from "./active-model";
import { orientationOf } from "./orientation-evidence";
import { readResponses } from "./read-responses";
import { replaceEstimates } from "./replace-estimates";

type Options = {
  /** The submission whose verdict moved the estimates. Without it, nothing is added to history. */
  cause?: string;
  /** Or the orientation that did. */
  orientation?: string;
  /** From when the age of evidence is counted. */
  asOf?: Date;
};

/**
 * Estimates all skills of a learner from all of his evidence, and keeps them. One measurement of a
 * learner at a time: of two verdicts at once, the later to commit has seen the evidence of both.
 */
export async function measureLearner(
  tx: Db,
  userId: string,
  { cause, orientation, asOf = new Date() }: Options = {},
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`skills:${userId}`}, 0))`;
  const model = await activeModel(tx);
  const estimates = await estimatesOf(tx, userId, model, asOf);
  const rows = [...estimates].map(([skillSlug, found]) => ({ skillSlug, ...rowOf(found) }));
  await replaceEstimates(tx, { userId, modelId: model.id, computedAt: asOf }, rows);
  await judgeCredentialsSoon(tx, userId);
  if (cause || orientation) {
    await addPoints(tx, { userId, cause, orientation, modelId: model.id }, estimates);
  }
}

/** Estimates of a learner's skills, from what is on record and nothing else. */
export async function estimatesOf(
  tx: Db,
  userId: string,
  model: Pick<ActiveModel, "parameters" | "items">,
  asOf: Date,
): Promise<Map<string, SkillEstimate>> {
  const responses = await readResponses(tx, userId, model, asOf);
  const skills = await tx.skill.findMany({
    where: { slug: { in: [...responses.keys()] } },
    select: { slug: true, pillar: true },
  });
  const pillars = new Map(skills.map(({ slug, pillar }) => [slug, pillar]));
  // A skill that left the map stands alone.
  const evidence = [...responses].map(([skill, of]) => ({
    ...{ skill, pillar: pillars.get(skill) ?? skill },
    responses: of,
  }));
  return estimateProfile(evidence, model.parameters);
}

export function rowOf({ mean, sd, band, above, responses, items, contributions }: SkillEstimate) {
  return {
    ...{ mean: kept(mean), sd: kept(sd), low: kept(band.low), high: kept(band.high) },
    ...{ responses, items },
    above: Object.fromEntries(Object.entries(above).map(([level, p]) => [level, kept(p)])),
    contributions: contributions.map(({ worth, narrowed, raised, ...one }) => ({
      ...one,
      ...{ worth: kept(worth), narrowed: kept(narrowed), raised: kept(raised) },
    })),
  };
}

/** Of a burst of verdicts the first waits this long, and the others are judged along with it. */
const CREDENTIALS_AFTER_MS = 2000;

const judgeCredentialsSoon = (tx: Db, userId: string) =>
  addJob(
    tx,
    "award-credentials",
    { userId },
    {
      key: `credentials:${userId}`,
      keepsTime: true,
      runAt: new Date(Date.now() + CREDENTIALS_AFTER_MS),
    },
  );

type Moved = {
  userId: string;
  cause: string | undefined;
  orientation: string | undefined;
  modelId: string;
};

/** History goes on for the skills that the verdict or the orientation says something of. */
async function addPoints(
  tx: Db,
  { userId, cause, orientation, modelId }: Moved,
  estimates: Map<string, SkillEstimate>,
): Promise<void> {
  const data = [...estimates]
    .filter(([, { contributions }]) =>
      contributions.some(
        ({ id }) => id === cause || (orientation && orientationOf(id) === orientation),
      ),
    )
    .map(([skillSlug, found]) => {
      const { mean, low, high } = rowOf(found);
      const of = { submissionId: cause ?? null, orientationId: orientation ?? null };
      return { userId, skillSlug, ...of, modelId, mean, low, high };
    });
  await tx.skillEstimatePoint.createMany({ data });
}
