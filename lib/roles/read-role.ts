import type { Actor, UserActor } from "@/lib/auth/actor";
import { listChallenges } from "@/lib/challenges/list-challenges";
import { type AskedSkill, type RoleProfile, roleProfiles } from "@/lib/content/role-profiles";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { activeModel } from "@/lib/skills/active-model";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { listTracks } from "@/lib/tracks/list-tracks";
import { type Belief, compareRole } from "./compare-role";
import { pathItems } from "./path-items";
import { type PathStep, planPath } from "./plan-path";
import { readBeliefs } from "./read-beliefs";

/**
 * A role: what one does in it and what it asks for; for a person also how far he meets it, and a
 * path that would close the gaps. Throws role_not_found.
 */
export async function readRole(actor: Actor, slug: string) {
  const role = (await roleProfiles()).find((one) => one.slug === slug);
  if (!role) throw notFound("role_not_found");
  const titleOf = titlesOf(await listSkills());
  const { title, responsibilities, required, nice } = role;
  return {
    ...{ slug, title, responsibilities },
    required: required.map((one) => named(one, titleOf)),
    nice: nice.map((one) => named(one, titleOf)),
    own: actor.kind === "user" ? await ownPart(actor, role, titleOf) : null,
  };
}
export type RoleView = Awaited<ReturnType<typeof readRole>>;
export type OwnRole = NonNullable<RoleView["own"]>;

type TitleOf = ReturnType<typeof titlesOf>;

const named = <Asked extends AskedSkill>(asked: Asked, titleOf: TitleOf) => ({
  ...asked,
  title: titleOf(asked.skill),
});

async function ownPart(actor: UserActor, role: RoleProfile, titleOf: TitleOf) {
  const beliefs = await readBeliefs(actor.userId);
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
  { required }: RoleProfile,
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
