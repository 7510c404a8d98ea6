import { db } from "@/lib/platform/db";
import { advance } from "./advance";
import { GRACE_MS } from "./rules";

/** Ends orientations whose time is up: their learners may never come back. */
export async function closeOverdueOrientations(where: { userId?: string } = {}): Promise<void> {
  const before = new Date(Date.now() - GRACE_MS);
  const overdue = await db().orientationAttempt.findMany({
    where: { ...where, endedAt: null, deadlineAt: { lt: before } },
    select: { id: true, userId: true },
  });
  for (const { id, userId } of overdue) await advance(userId, id);
}
