import type { UserActor } from "@/lib/auth/actor";
import { listChallenges } from "@/lib/challenges/list-challenges";
import type { AskedSkill, RoleProfile } from "@/lib/content/role-profiles";
import { db } from "@/lib/platform/db";
import { activeModel } from "@/lib/skills/active-model";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { listTracks } from "@/lib/tracks/list-tracks";
import { type Belief, compareRole } from "./compare-role";
import { pathItems } from "./path-items";
import { type PathStep, planPath } from "./plan-path";
import { readBeliefs } from "./read-beliefs";

type TitleOf = ReturnType<typeof titlesOf>;

export const named = <Asked extends AskedSkill>(asked: Asked, titleOf: TitleOf) => ({
  ...asked,
  title: titleOf(asked.skill),
});

/**
 * How far a person meets what a role or an opening asks for, and a path that would close the gaps.
 */
export async function readOwnFit(actor: UserActor, role: Pick<RoleProfile, "required" | "nice">) {
  const [skills, beliefs] = await Promise.all([listSkills(), readBeliefs(actor.userId)]);
  const titleOf = titlesOf(skills);
  const { required, nice, all, share } = compareRole(role, beliefs);
  return {
    ...{ all, share },
    required: required.map((one) => named(one, titleOf)),
    nice: nice.map((one) => named(one, titleOf)),
    path: await ownPath(actor, role, beliefs, titleOf),
  };
}

async function ownPath(
  actor: UserActor,
  { required }: Pick<RoleProfile, "required">,
  beliefs: ReadonlyMap<string, Belief>,
  titleOf: TitleOf,
) {
  const [tracks, challenges, model] = await Promise.all([
    listTracks(actor),
    listChallenges(actor),
    activeModel(db()),
  ]);
  const { ways, places } = pathItems(tracks, challenges, model);
  const goals = required.flatMap((one) => {
    const belief = beliefs.get(one.skill);
    return belief ? [{ ...one, mean: belief.mean, sd: belief.sd }] : [];
  });
  const path = planPath(goals, ways, model.parameters);
  const taught = new Set(challenges.flatMap(({ skills }) => skills.map(({ slug }) => slug)));
  const unmet = path.reached.filter(({ met }) => !met);
  return {
    minutes: path.minutes,
    steps: path.steps.flatMap((step) => presentStep(step, places, titleOf)),
    /** Skills that no published challenge bears on. */
    untaught: unmet.filter(({ skill }) => !taught.has(skill)).map(({ skill }) => titleOf(skill)),
    /** Skills for which all that is published would not be enough. */
    short: unmet
      .filter(({ skill }) => taught.has(skill))
      .map(({ skill, level }) => ({ title: titleOf(skill), level })),
  };
}

export type OwnFit = Awaited<ReturnType<typeof readOwnFit>>;

type Places = ReturnType<typeof pathItems>["places"];

function presentStep(step: PathStep, places: Places, titleOf: TitleOf) {
  const place = places.get(step.id);
  if (!place) return [];
  const { id, type, minutes, moves, before } = step;
  return [
    {
      ...{ id, type, minutes, ...place },
      moves: moves && { ...moves, title: titleOf(moves.skill) },
      before: (before && places.get(before)?.title) || null,
    },
  ];
}
