import type { Actor } from "@/lib/auth/actor";
import { roleProfiles } from "@/lib/content/role-profiles";
import { compareRole } from "./compare-role";
import { readBeliefs } from "./read-beliefs";

export type RoleOrder = "listed" | "fit";

/**
 * Every role profile, and for a person how far he meets it: as they are listed, or those first of
 * which he is expected to meet most.
 */
export async function listRoles(actor: Actor, order: RoleOrder = "listed") {
  const roles = await roleProfiles();
  const beliefs = actor.kind === "user" ? await readBeliefs(actor.userId) : null;
  const listed = roles.map((role) => ({
    slug: role.slug,
    title: role.title,
    responsibilities: role.responsibilities,
    skills: role.required.length,
    fit: beliefs ? fitOf(compareRole(role, beliefs)) : null,
  }));
  if (order === "listed") return listed;
  return listed.toSorted((a, b) => (b.fit?.share ?? 0) - (a.fit?.share ?? 0));
}
export type ListedRole = Awaited<ReturnType<typeof listRoles>>[number];

const fitOf = ({ share, all, required }: ReturnType<typeof compareRole>) => ({
  ...{ share, all },
  /** How many of the required skills have evidence behind them. */
  measured: required.filter(({ measured }) => measured).length,
});
