import { db } from "@/lib/platform/db";
import { GRACE_MS } from "./attempt-row";
import { closeAttempt } from "./close-attempt";

/** Hands in what was saved in attempts whose time is up: their learners may never come back. */
export async function closeOverdue(where: { userId?: string } = {}): Promise<void> {
  const before = new Date(Date.now() - GRACE_MS);
  const overdue = await db().quizAttempt.findMany({
    where: { ...where, finishedAt: null, deadlineAt: { lt: before } },
    select: { id: true },
  });
  for (const { id } of overdue) await closeAttempt(id);
}
