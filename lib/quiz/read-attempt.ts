import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { caseEvent } from "@/lib/grading/events";
import { db } from "@/lib/platform/db";
import { type Attempt, attemptOf, isOver } from "./attempt-row";
import { closeAttempt } from "./close-attempt";
import { presentQuestion } from "./present-question";
import { presentResult } from "./present-result";

/**
 * An attempt as its learner may see it: while it is open what is asked and what was saved, after
 * judgement what each answer earned. Throws attempt_not_found.
 */
export async function readAttempt(actor: Actor, id: string) {
  const { userId } = requireUser(actor);
  const found = await attemptOf(db(), userId, id);
  if (found.submissionId || !isOver(found, new Date())) return present(found);
  await closeAttempt(id);
  return present(await attemptOf(db(), userId, id));
}

export type AttemptView = Awaited<ReturnType<typeof readAttempt>>;

async function present(attempt: Attempt) {
  const { id, manifest, bank, items, form, answers, startedAt, deadlineAt, submission } = attempt;
  const titles = new Map(bank.topics.map(({ slug, title }) => [slug, title]));
  const questions = form.flatMap((drawn, index) => {
    const item = items.get(drawn.item);
    const topic = item && titles.get(item.topic);
    return item && topic ? [presentQuestion(index + 1, topic, item, drawn)] : [];
  });
  const open = attempt.finishedAt === null;
  return {
    id,
    challenge: manifest.slug,
    title: manifest.title,
    pass: manifest.pass,
    status: open ? ("open" as const) : submission?.status === "done" ? "judged" : "judging",
    startedAt: startedAt.toISOString(),
    deadlineAt: deadlineAt.toISOString(),
    remainingMs: open ? Math.max(0, deadlineAt.getTime() - Date.now()) : 0,
    questions,
    answers,
    submission: attempt.submissionId,
    judgement: submission?.status === "done" ? await judgement(attempt) : null,
  };
}

async function judgement(attempt: Attempt) {
  const verdict = await db().verdict.findFirst({
    where: { submissionId: attempt.submissionId ?? "", current: true },
  });
  if (!verdict) return null;
  const cases = z.array(caseEvent).parse(verdict.cases);
  return {
    verdict: verdict.verdict,
    score: verdict.score,
    ...presentResult(attempt, cases),
  };
}
