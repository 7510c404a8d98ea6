import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

/** The person's own tokens that are not revoked, newest first; expired ones among them. */
export async function listTokens(actor: Actor) {
  const { userId } = requireUser(actor);
  return db().accessToken.findMany({
    where: { userId, revokedAt: null },
    select: {
      id: true,
      name: true,
      tail: true,
      scopes: true,
      createdAt: true,
      expiresAt: true,
      lastUsedAt: true,
    },
    orderBy: { id: "desc" },
  });
}
