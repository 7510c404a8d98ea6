import type { Actor } from "@/lib/auth/actor";
import type { Db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import type { MemberRole } from "@/lib/platform/prisma/enums";
import { memberOf } from "./membership";

/**
 * The organisation, held until the transaction ends: changes of its members and settings come one
 * after the other. The actor's own role is looked at once it is held. Throws
 * organisation_not_found.
 */
export async function lockOrganisation(
  tx: Db,
  actor: Actor,
  slug: string,
  roles: readonly MemberRole[] = ["owner"],
) {
  await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "slug" = ${slug} FOR UPDATE`;
  const organisation = await tx.organisation.findFirst({
    where: { AND: [{ slug }, memberOf(actor, roles)] },
  });
  if (!organisation) throw notFound("organisation_not_found");
  return organisation;
}

/** Somebody else has to own it too before this owner goes. Throws last_owner. */
export async function requireAnotherOwner(
  tx: Db,
  organisationId: string,
  userId: string,
): Promise<void> {
  const others = await tx.member.count({
    where: { organisationId, role: "owner", userId: { not: userId }, user: { disabledAt: null } },
  });
  if (others === 0) throw new DomainError("conflict", "last_owner");
}
