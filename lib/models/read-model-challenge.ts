import type { Actor } from "@/lib/auth/actor";
import { currentVersion } from "@/lib/challenges/current-version";
import { givenFiles } from "@/lib/content/given-files";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { dailyAttempts } from "@/lib/submissions/daily-attempts";

const SHOWN = 20;

/** A challenge that takes models: its rules, the files to work with, and what the actor handed in. */
export async function readModelChallenge(actor: Actor, slug: string) {
  const { manifest, files, challengeId } = await currentVersion(slug);
  if (manifest.kind !== "model") throw notFound("challenge_not_found");
  const { upload, attempts_per_day: limit } = manifest;
  const own = actor.kind === "user" ? await ownIn(actor.userId, challengeId) : [];
  const next =
    actor.kind === "user"
      ? await dailyAttempts(db(), { userId: actor.userId, challengeId, limit })
      : { left: limit, nextAt: null };
  return {
    rules: { extensions: upload.extensions, maxKb: upload.max_kb, attemptsPerDay: limit },
    given: givenFiles(files).map(({ name, bytes }) => ({ name, bytes: bytes.length })),
    attemptsLeft: next.left,
    nextAt: next.nextAt?.toISOString() ?? null,
    own,
  };
}

export type ModelChallengeView = Awaited<ReturnType<typeof readModelChallenge>>;

async function ownIn(userId: string, challengeId: string) {
  const rows = await db().submission.findMany({
    where: { userId, challengeId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, createdAt: true, verdict: true, score: true, best: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}
