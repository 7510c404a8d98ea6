import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { ORIENTATION_PILLARS } from "@/lib/content/orientation-bank";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { presentQuestion } from "@/lib/quiz/present-question";
import { advance } from "./advance";
import type { Attempt } from "./attempt-row";
import { presentOutcome } from "./present-outcome";
import { REPEAT_AFTER_DAYS, STOP } from "./rules";

type Titles = Map<string, { en: string; zh: string }>;

/**
 * An orientation as its learner may see it: while it runs the one open question and nothing of any
 * key, afterwards all of it. Throws orientation_not_found.
 */
export async function readOrientation(actor: Actor, id: string) {
  const { userId } = requireUser(actor);
  const attempt = await advance(userId, id);
  const skills = await db().skill.findMany({ orderBy: { position: "asc" } });
  const titles: Titles = new Map(skills.map(({ slug, title }) => [slug, localized.parse(title)]));
  const { startedAt, endedAt, endReason } = attempt;
  return {
    id,
    startedAt: startedAt.toISOString(),
    endedAt: endedAt?.toISOString() ?? null,
    why: endReason,
    running: endedAt ? null : runningOf(attempt, titles),
    outcome: endedAt ? presentOutcome(attempt, skills) : null,
  };
}
export type OrientationView = Awaited<ReturnType<typeof readOrientation>>;

function runningOf({ answers, deadlineAt }: Attempt, titles: Titles) {
  const open = answers.find(({ outcome }) => outcome === null);
  if (!open) return null;
  const now = Date.now();
  const nameOf = (skill: string) => titles.get(skill) ?? { en: skill, zh: skill };
  const left = (until: Date) => Math.max(0, until.getTime() - now);
  return {
    question: presentQuestion(open.position, nameOf(open.skillSlug), open.item, open.drawn),
    why: { ...open.reason, skill: nameOf(open.reason.skill) },
    remainingMs: left(open.dueAt),
    wholeRemainingMs: left(deadlineAt),
    ...{ most: STOP.maximumLength, repeatDays: REPEAT_AFTER_DAYS },
    pillars: ORIENTATION_PILLARS.map((pillar) => ({
      pillar,
      asked: answers.filter((one) => one.pillar === pillar && one.outcome !== null).length,
    })),
  };
}
