import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

/** The person's own account, as his account page shows it. */
export async function readAccount(actor: Actor) {
  const { userId } = requireUser(actor);
  const { passwordHash, identities, ...account } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    select: {
      id: true,
      email: true,
      emailVerifiedAt: true,
      name: true,
      leaderboardName: true,
      locale: true,
      role: true,
      createdAt: true,
      passwordHash: true,
      identities: { select: { provider: true, createdAt: true }, orderBy: { createdAt: "asc" } },
    },
  });
  return { ...account, hasPassword: passwordHash !== null, identities };
}
