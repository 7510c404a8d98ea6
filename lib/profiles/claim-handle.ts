import type { Db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { InputError } from "@/lib/platform/errors";

/** Days for which an address that was given up is kept from everybody else. */
export const KEPT_DAYS = 90;
/** Addresses that one person may hold back at a time. */
const MOST_KEPT = 3;

const refused = (code: string) => new InputError([{ path: "handle", code }]);

/**
 * Makes an address the person's, or none. The one before leads nowhere and stays his for a while, so that
 * nobody can pass for him there. Throws InputError by handle_taken or handle_often.
 */
export async function claimHandle(
  tx: Db,
  userId: string,
  handle: string | null,
  now = new Date(),
): Promise<void> {
  // Two of his own changes at once would each leave an address behind.
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`handles:${userId}`}, 0))`;
  const over = new Date(now.getTime() - KEPT_DAYS * DAY_MS);
  await tx.profileHandle.deleteMany({
    where: { retiredAt: { lt: over }, OR: [{ userId }, ...(handle ? [{ handle }] : [])] },
  });
  const own = await tx.profileHandle.findMany({ where: { userId } });
  const current = own.find(({ retiredAt }) => retiredAt === null);
  if ((current?.handle ?? null) === handle) return;
  const isBack = own.some((one) => one.handle === handle);
  const kept = own.filter((one) => one.handle !== handle);
  if (kept.length > MOST_KEPT) throw refused("handle_often");
  if (current) {
    const { handle: before } = current;
    await tx.profileHandle.update({ where: { handle: before }, data: { retiredAt: now } });
  }
  if (handle === null) return;
  if (isBack) {
    await tx.profileHandle.update({ where: { handle }, data: { retiredAt: null } });
    return;
  }
  // No conflict error: it would end the transaction before the answer is known.
  const { count } = await tx.profileHandle.createMany({
    data: { handle, userId },
    skipDuplicates: true,
  });
  if (count === 0) throw refused("handle_taken");
}
