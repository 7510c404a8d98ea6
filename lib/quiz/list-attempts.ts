import type { Actor } from "@/lib/auth/actor";
import { currentVersion } from "@/lib/challenges/current-version";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { closeOverdue } from "./close-overdue";
import { nextStart } from "./next-start";

const SHOWN = 20;

/** A quiz's rules, and how the actor stands with it: attempts left, the open one, those before. */
export async function listAttempts(actor: Actor, slug: string) {
  const { manifest, challengeId } = await currentVersion(slug);
  if (manifest.kind !== "quiz") throw notFound("challenge_not_found");
  const { questions, time_limit_min: minutes, attempts_per_day: limit, pass } = manifest;
  const rules = { questions, minutes, limit, pass };
  if (actor.kind !== "user") return { rules, left: limit, nextAt: null, open: null, past: [] };
  const { userId } = actor;
  await closeOverdue({ userId });
  const [next, rows] = await Promise.all([
    nextStart(db(), { userId, challengeId, limit }),
    db().quizAttempt.findMany({
      where: { userId, challengeId },
      orderBy: { startedAt: "desc" },
      take: SHOWN,
      include: { submission: { select: { verdict: true, score: true } } },
    }),
  ]);
  return {
    rules,
    left: next.left,
    nextAt: next.nextAt?.toISOString() ?? null,
    open: rows.find(({ finishedAt }) => finishedAt === null)?.id ?? null,
    past: rows
      .filter(({ finishedAt }) => finishedAt !== null)
      .map(({ id, startedAt, submission }) => ({
        id,
        startedAt: startedAt.toISOString(),
        verdict: submission?.verdict ?? null,
        score: submission?.score ?? null,
      })),
  };
}
