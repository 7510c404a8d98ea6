import type { Actor } from "@/lib/auth/actor";
import { roleProfiles } from "@/lib/content/role-profiles";
import { notFound } from "@/lib/platform/errors";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { named, readOwnFit } from "./read-own-fit";

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
    own: actor.kind === "user" ? await readOwnFit(actor, role) : null,
  };
}
export type RoleView = Awaited<ReturnType<typeof readRole>>;
