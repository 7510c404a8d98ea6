import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { MemberRole } from "@/lib/platform/prisma/enums";
import { MEMBER_ROLES, memberOf } from "./membership";

const shown = {
  ...{ id: true, slug: true, name: true, website: true, about: true },
  ...{ status: true, suspendedWhy: true, domain: true, verifiedBy: true, verifiedAt: true },
  ...{ blind: true, requiresTotp: true, createdAt: true },
} as const;

/**
 * An organisation as a member in one of these roles sees it, and which role he has. Throws
 * organisation_not_found.
 */
export async function readOrganisation(
  actor: Actor,
  slug: string,
  roles: readonly MemberRole[] = MEMBER_ROLES,
) {
  const { userId } = requireUser(actor);
  const found = await db().organisation.findFirst({
    where: { AND: [{ slug }, memberOf(actor, roles)] },
    select: { ...shown, members: { where: { userId }, select: { role: true } } },
  });
  const [member] = found?.members ?? [];
  if (!found || !member) throw notFound("organisation_not_found");
  const { members: _, ...organisation } = found;
  return { ...organisation, role: member.role };
}

export type OwnOrganisation = Awaited<ReturnType<typeof readOrganisation>>;
