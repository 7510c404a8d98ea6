import type { Db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { REPEAT_AFTER_DAYS } from "./rules";

/** When the person may begin another one; null where it may be now. Without a question it was none. */
export async function nextStart(tx: Db, userId: string, now = new Date()): Promise<Date | null> {
  const last = await tx.orientationAttempt.findFirst({
    where: { userId, endedAt: { not: null }, answers: { some: { score: { not: null } } } },
    orderBy: { endedAt: "desc" },
    select: { endedAt: true },
  });
  if (!last?.endedAt) return null;
  const at = new Date(last.endedAt.getTime() + REPEAT_AFTER_DAYS * DAY_MS);
  return at > now ? at : null;
}
