import type { Actor } from "@/lib/auth/actor";
import { memberOf, verifiedMemberOf } from "@/lib/organisations/membership";
import { requireId } from "@/lib/platform/parse-fields";
import type { Prisma } from "@/lib/platform/prisma/client";
import type { MemberRole } from "@/lib/platform/prisma/enums";

/** An opening as an address names it: its organisation's slug and its id. */
export type OpeningRef = { organisation: string; opening: string };

/** `where` of the opening for members; a suspended organisation has none. */
export const ownOpening = (
  actor: Actor,
  { organisation, opening }: OpeningRef,
  roles?: readonly MemberRole[],
): Prisma.OpeningWhereInput & { id: string } => ({
  id: requireId(opening, "opening_not_found"),
  organisation: {
    AND: [{ slug: organisation, status: { not: "suspended" } }, memberOf(actor, roles)],
  },
});

/** The same, where the organisation may find candidates and publish. */
export const verifiedOpening = (
  actor: Actor,
  { organisation, opening }: OpeningRef,
  roles?: readonly MemberRole[],
): Prisma.OpeningWhereInput & { id: string } => ({
  id: requireId(opening, "opening_not_found"),
  organisation: { AND: [{ slug: organisation }, verifiedMemberOf(actor, roles)] },
});
