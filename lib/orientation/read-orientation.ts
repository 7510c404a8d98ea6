import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { ORIENTATION_PILLARS } from "@/lib/content/orientation-bank";
import { presentQuestion } from "@/lib/quiz/present-question";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { advance } from "./advance";
import type { Attempt } from "./attempt-row";
import { presentOutcome } from "./present-outcome";
import { REPEAT_AFTER_DAYS, STOP } from "./rules";

/**
 * An orientation as its learner may see it: while it runs the one open question and nothing of any
 * key, afterwards all of it. Throws orientation_not_found.
 */
export async function readOrientation(actor: Actor, id: string) {
  const { userId } = requireUser(actor);
  const attempt = await advance(userId, id);
  const skills = await listSkills();
  const { startedAt, endedAt, endReason } = attempt;
  return {
    id,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    why: endReason,
    running: endedAt ? null : runningOf(attempt, titlesOf(skills)),
    outcome: endedAt ? presentOutcome(attempt, skills) : null,
  };
}
export type OrientationView = Awaited<ReturnType<typeof readOrientation>>;

function runningOf({ answers, deadlineAt }: Attempt, titleOf: ReturnType<typeof titlesOf>) {
  const open = answers.find(({ outcome }) => outcome === null);
  if (!open) return null;
  const now = Date.now();
  const left = (until: Date) => Math.max(0, until.getTime() - now);
  return {
    question: presentQuestion(open.position, titleOf(open.skillSlug), open.item, open.drawn),
    why: { ...open.reason, skill: titleOf(open.reason.skill) },
    remainingMs: left(open.dueAt),
    wholeRemainingMs: left(deadlineAt),
    ...{ most: STOP.maximumLength, repeatDays: REPEAT_AFTER_DAYS },
    pillars: ORIENTATION_PILLARS.map((pillar) => ({
      pillar,
      asked: answers.filter((one) => one.pillar === pillar && one.outcome !== null).length,
    })),
  };
}
