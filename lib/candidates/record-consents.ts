import { isDeepStrictEqual } from "node:util";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";

type Terms = Record<string, Prisma.InputJsonValue>;

/** Appends what changed to the log of consents; what did not change leaves no trace. */
export async function recordConsents(
  tx: Db,
  userId: string,
  before: Terms,
  after: Terms,
): Promise<void> {
  const changed = Object.entries(after).filter(
    ([name, value]) => !isDeepStrictEqual(before[name], value),
  );
  await tx.consentEvent.createMany({
    data: changed.map(([consent, value]) => ({ userId, consent, value })),
  });
}
