import type { Actor } from "@/lib/auth/actor";
import { currentVersion } from "@/lib/challenges/current-version";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { dailyAttempts } from "@/lib/submissions/daily-attempts";

const SHOWN = 20;

/** A predictions challenge as it stands: its season, its files, and what the actor handed in. */
export async function readSeason(actor: Actor, slug: string) {
  const { manifest, challengeId } = await currentVersion(slug);
  if (manifest.kind !== "predictions") throw notFound("challenge_not_found");
  const season = await db().season.findFirstOrThrow({
    where: { challengeId },
    orderBy: { number: "desc" },
    include: { files: { orderBy: { position: "asc" }, select: { name: true, bytes: true } } },
  });
  const { upload, attempts_per_day: limit } = manifest;
  const own = actor.kind === "user" ? await ownIn(actor.userId, season.id) : [];
  const next =
    actor.kind === "user"
      ? await dailyAttempts(db(), { userId: actor.userId, challengeId, limit })
      : { left: limit, nextAt: null };
  return {
    number: season.number,
    openedAt: season.openedAt.toISOString(),
    closesAt: season.closesAt.toISOString(),
    /** Files can be handed in. */
    open: season.closedAt === null && season.closesAt > new Date() && season.preparedAt !== null,
    prepared: season.preparedAt !== null,
    files: season.files,
    rules: { extensions: upload.extensions, maxKb: upload.max_kb, attemptsPerDay: limit },
    attemptsLeft: next.left,
    nextAt: next.nextAt?.toISOString() ?? null,
    own,
  };
}

export type SeasonView = Awaited<ReturnType<typeof readSeason>>;

async function ownIn(userId: string, seasonId: string) {
  const rows = await db().submission.findMany({
    where: { userId, seasonId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
    select: { id: true, createdAt: true, verdict: true, measured: true, best: true },
  });
  return rows.map(({ createdAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString() }));
}
