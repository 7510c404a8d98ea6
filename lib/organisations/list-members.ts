import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { readOrganisation } from "./read-organisation";

/**
 * Who belongs to the organisation, owners first. Owners also see mail addresses, who has a second
 * factor, and the invitations that wait. Throws organisation_not_found.
 */
export async function listMembers(actor: Actor, slug: string) {
  const organisation = await readOrganisation(actor, slug);
  const owner = organisation.role === "owner";
  const rows = await db().member.findMany({
    where: { organisationId: organisation.id },
    select: {
      ...{ userId: true, role: true, joinedAt: true },
      user: { select: { name: true, email: true, totp: { select: { confirmedAt: true } } } },
    },
    orderBy: [{ role: "asc" }, { joinedAt: "asc" }],
  });
  const members = rows.map(({ user: { name, email, totp }, ...member }) => ({
    ...{ ...member, name },
    private: owner ? { email, secondFactor: totp?.confirmedAt != null } : null,
  }));
  const invitations = owner ? await waiting(organisation.id) : [];
  return { organisation, members, invitations };
}

const waiting = (organisationId: string) =>
  db().organisationInvitation.findMany({
    where: { organisationId, acceptedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, email: true, role: true, expiresAt: true },
    orderBy: { id: "desc" },
  });
