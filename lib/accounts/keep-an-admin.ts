import type { Db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/**
 * Throws last_admin when no other admin would remain. Locks the admins' rows, so that two cannot
 * leave at the same moment.
 */
export async function requireAnotherAdmin(tx: Db, userId: string): Promise<void> {
  const admins = await tx.$queryRaw<{ id: string }[]>`
    SELECT "id"::text FROM "User"
    WHERE "role" = 'admin' AND "disabledAt" IS NULL AND "eraseAt" IS NULL ORDER BY "id" FOR UPDATE`;
  const isAdmin = admins.some(({ id }) => id === userId);
  if (isAdmin && admins.length === 1) throw new DomainError("conflict", "last_admin");
}
