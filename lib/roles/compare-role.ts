import type { AskedSkill, RoleProfile } from "@/lib/content/role-profiles";
import { normalDensity, probabilityAbove } from "@/lib/measurement/numeric/density";
import { shownBand } from "@/lib/skills/shown-estimate";

/** What is believed of a skill, in logits; `measured` where evidence of its own is behind it. */
export type Belief = { mean: number; sd: number; low: number; high: number; measured: boolean };

type Band = { level: number; low: number; high: number };

export type SkillFit = AskedSkill & {
  measured: boolean;
  /** On 0 to 100, as all that is shown. */
  band: Band;
  /** Points that the level lacks; 0 where it reaches what is asked. */
  gap: number;
  /** Where the band lies: wholly below what is asked, around it, or wholly above. */
  place: "below" | "within" | "above";
  /** P(ability ≥ the level that is asked). */
  probability: number;
};

export type RoleFit = {
  required: SkillFit[];
  nice: SkillFit[];
  /** Bounds of the probability that every required skill reaches what is asked. */
  all: { least: number; most: number };
  /** Share of the required weight that is to be expected to be met. */
  share: number;
};

/** The ability, in logits, that a level from 0 to 100 stands for. */
export const abilityOf = (level: number) => Math.log(level / (100 - level));

/**
 * A person beside a role. Skills of one person hang together, never against each other in this
 * model, so all are met at least as probably as if they were independent (positively associated
 * variables: Esary, Proschan & Walkup 1967), and at most as probably as the least probable one.
 * The expected share needs no such assumption. See docs/measurement.md.
 */
export function compareRole(
  { required, nice }: Pick<RoleProfile, "required" | "nice">,
  beliefs: ReadonlyMap<string, Belief>,
): RoleFit {
  const fits = (asked: readonly AskedSkill[]) =>
    asked.flatMap((one) => {
      const belief = beliefs.get(one.skill);
      return belief ? [fitOf(one, belief)] : [];
    });
  const musts = fits(required);
  const probabilities = musts.map(({ probability }) => probability);
  const weight = musts.reduce((sum, one) => sum + one.weight, 0);
  return {
    required: musts,
    nice: fits(nice),
    all: {
      least: probabilities.reduce((product, one) => product * one, 1),
      most: Math.min(1, ...probabilities),
    },
    share: musts.reduce((sum, one) => sum + one.weight * one.probability, 0) / weight,
  };
}

function fitOf(asked: AskedSkill, { mean, sd, low, high, measured }: Belief): SkillFit {
  const band = shownBand({ mean, low, high });
  const place = asked.level <= band.low ? "above" : asked.level > band.high ? "below" : "within";
  return {
    ...{ ...asked, measured, band, place },
    gap: Math.max(0, asked.level - band.level),
    probability: probabilityAbove(normalDensity({ mean, sd }), abilityOf(asked.level)),
  };
}
