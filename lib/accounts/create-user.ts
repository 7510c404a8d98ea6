import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";

/** The new person, or null when the address is taken, also by somebody at the same moment. */
export async function createUser(
  tx: Db,
  data: Prisma.UserCreateManyInput,
): Promise<{ id: string; sessionVersion: number } | null> {
  const [user] = await tx.user.createManyAndReturn({
    data: [data],
    skipDuplicates: true,
    select: { id: true, sessionVersion: true },
  });
  return user ?? null;
}
