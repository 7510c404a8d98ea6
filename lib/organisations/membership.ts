import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import type { Prisma } from "@/lib/platform/prisma/client";
import type { MemberRole } from "@/lib/platform/prisma/enums";

export const MEMBER_ROLES = ["owner", "recruiter", "hiring_manager"] as const;

/** Who may search, write to candidates and edit openings. */
export const RECRUITING = ["owner", "recruiter"] as const;

/** Who acts for an organisation in person; null where one of its tokens does. */
export const actingMember = (actor: Actor): string | null =>
  actor.kind === "organisation" ? null : requireSession(actor).userId;

/**
 * `where` of the organisations that the actor belongs to in one of these roles. One that asks for
 * a second factor does not exist for a member without.
 */
export function memberOf(
  actor: Actor,
  roles: readonly MemberRole[] = MEMBER_ROLES,
): Prisma.OrganisationWhereInput {
  // A token does what a recruiter may, as far as its scopes go; it never manages.
  if (actor.kind === "organisation") {
    return { id: roles.includes("recruiter") ? actor.organisationId : { in: [] } };
  }
  const { userId } = requireSession(actor);
  const member = { userId, role: { in: [...roles] } };
  return {
    OR: [
      { requiresTotp: false, members: { some: member } },
      { members: { some: { ...member, user: { totp: { confirmedAt: { not: null } } } } } },
    ],
  };
}

/** The same, of organisations that may find candidates and publish. */
export const verifiedMemberOf = (
  actor: Actor,
  roles: readonly MemberRole[] = MEMBER_ROLES,
): Prisma.OrganisationWhereInput => ({ status: "verified", ...memberOf(actor, roles) });
