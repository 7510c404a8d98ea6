import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { MINUTE_MS } from "@/lib/platform/durations";
import { closeOverdueOrientations } from "./close-overdue";
import { nextStart } from "./next-start";
import { LEAST_QUESTIONS, QUESTION_MS, REPEAT_AFTER_DAYS, STOP, WHOLE_MS } from "./rules";

const SHOWN = 20;

/** The orientation's rules, and how the actor stands with it. */
export async function readOverview(actor: Actor) {
  const { userId } = requireUser(actor);
  await closeOverdueOrientations({ userId });
  const [next, rows] = await Promise.all([
    nextStart(db(), userId),
    db().orientationAttempt.findMany({
      where: { userId },
      orderBy: { startedAt: "desc" },
      take: SHOWN,
      include: { _count: { select: { answers: { where: { score: { not: null } } } } } },
    }),
  ]);
  return {
    rules: {
      minutes: WHOLE_MS / MINUTE_MS,
      questionMinutes: QUESTION_MS / MINUTE_MS,
      least: LEAST_QUESTIONS,
      most: STOP.maximumLength,
      repeatDays: REPEAT_AFTER_DAYS,
    },
    open: rows.find(({ endedAt }) => endedAt === null)?.id ?? null,
    nextAt: next?.toISOString() ?? null,
    past: rows
      .filter(({ endedAt }) => endedAt !== null)
      .map(({ id, startedAt, endReason, _count }) => ({
        ...{ id, startedAt: startedAt.toISOString(), why: endReason, answered: _count.answers },
      })),
  };
}
