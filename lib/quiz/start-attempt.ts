import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { currentVersion } from "@/lib/challenges/current-version";
import { type Db, db } from "@/lib/platform/db";
import { MINUTE_MS } from "@/lib/platform/durations";
import { DomainError } from "@/lib/platform/errors";
import { seedOf } from "@/lib/submissions/seed";
import { bankOfVersion } from "./bank-of-version";
import { closeOverdue } from "./close-overdue";
import { drawForm } from "./draw-form";
import { nextStart } from "./next-start";

/**
 * Begins an attempt, or gives the open one. Throws not_a_quiz, or no_attempts_left with the time
 * to wait.
 */
export async function startAttempt(actor: Actor, slug: string): Promise<{ id: string }> {
  const { userId } = requireUser(actor);
  const version = await currentVersion(slug);
  const { manifest, challengeId } = version;
  if (manifest.kind !== "quiz") throw new DomainError("unprocessable", "not_a_quiz");
  await closeOverdue({ userId });
  const { bank } = bankOfVersion(version);
  return db().$transaction(async (tx) => {
    // Two starts at a time would each find none open.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${userId + challengeId}, 0))`;
    const open = await tx.quizAttempt.findFirst({
      where: { userId, challengeId, finishedAt: null },
      select: { id: true },
    });
    if (open) return open;
    await requireOneLeft(tx, userId, challengeId, manifest.attempts_per_day);
    const id = uuidv7();
    const seed = seedOf("attempt", id);
    const now = Date.now();
    await tx.quizAttempt.create({
      data: {
        id,
        userId,
        challengeId,
        challengeVersionId: version.versionId,
        seed,
        form: drawForm(bank, manifest.questions, seed),
        startedAt: new Date(now),
        deadlineAt: new Date(now + manifest.time_limit_min * MINUTE_MS),
      },
    });
    return { id };
  });
}

async function requireOneLeft(tx: Db, userId: string, challengeId: string, limit: number) {
  const { nextAt } = await nextStart(tx, { userId, challengeId, limit });
  if (!nextAt) return;
  const minutes = Math.ceil((nextAt.getTime() - Date.now()) / MINUTE_MS);
  throw new DomainError("rate_limited", "no_attempts_left", {
    limit,
    hours: Math.floor(minutes / 60),
    minutes: minutes % 60,
    retryAfter: minutes * 60,
  });
}
