import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

/**
 * The organisations that the person belongs to, by name. `locked` ones ask for a second factor
 * that he has not set up: until then he sees no more of them than this.
 */
export async function listOwn(actor: Actor) {
  const { userId } = requireSession(actor);
  const rows = await db().member.findMany({
    where: { userId },
    select: {
      role: true,
      organisation: { select: { slug: true, name: true, status: true, requiresTotp: true } },
      user: { select: { totp: { select: { confirmedAt: true } } } },
    },
    orderBy: { organisation: { name: "asc" } },
  });
  return rows.map(({ role, organisation: { requiresTotp, ...organisation }, user }) => ({
    ...{ ...organisation, role },
    locked: requiresTotp && !user.totp?.confirmedAt,
  }));
}
