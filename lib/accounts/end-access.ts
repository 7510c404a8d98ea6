import type { Db } from "@/lib/platform/db";

/** Ends all that a former holder may have left open: sessions, pending links, API tokens. */
export async function endAllAccess(tx: Db, userId: string): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { sessionVersion: { increment: 1 } } });
  await tx.emailToken.deleteMany({ where: { userId } });
  await tx.accessToken.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
