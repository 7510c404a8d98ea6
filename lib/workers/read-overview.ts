import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DEAD_AFTER_MS } from "./heartbeat";

const LAST = 20;

/** What an admin sees first: queue, workers with their sandboxes, last verdicts, failures. */
export async function readOverview(actor: Actor) {
  requireAdmin(actor);
  const since = new Date(Date.now() - DAY_MS);
  const [queued, running, oldest, today, workers, verdicts, failures, users] = await Promise.all([
    db().submission.count({ where: { status: "queued" } }),
    db().submission.count({ where: { status: "running" } }),
    db().submission.findFirst({
      where: { status: "queued" },
      orderBy: { createdAt: "asc" },
      select: { createdAt: true },
    }),
    db().submission.groupBy({
      by: ["verdict"],
      where: { finishedAt: { gte: since } },
      _count: true,
    }),
    listWorkers(),
    lastVerdicts(),
    db().auditEvent.findMany({
      where: { action: { startsWith: "grading." } },
      orderBy: { at: "desc" },
      take: LAST,
    }),
    db().user.count(),
  ]);
  return {
    queue: { queued, running, oldestAt: oldest?.createdAt.toISOString() ?? null },
    today: today.map((row) => ({ verdict: row.verdict, count: row._count })),
    workers,
    verdicts,
    failures: failures.map(({ id, at, action, subject }) => ({
      id,
      at: at.toISOString(),
      action,
      subject,
    })),
    users,
  };
}

export type Overview = Awaited<ReturnType<typeof readOverview>>;

async function listWorkers() {
  const rows = await db().worker.findMany({ orderBy: { startedAt: "desc" }, take: LAST });
  const alive = Date.now() - DEAD_AFTER_MS;
  return rows.map(({ queueIds: _, startedAt, heartbeatAt, stoppedAt, sandbox, ...worker }) => ({
    ...worker,
    sandbox: z.object({ version: z.string(), cgroup: z.string() }).partial().parse(sandbox),
    state: stateOf(stoppedAt, heartbeatAt.getTime() > alive),
    startedAt: startedAt.toISOString(),
    heartbeatAt: heartbeatAt.toISOString(),
  }));
}

async function lastVerdicts() {
  const rows = await db().submission.findMany({
    where: { finishedAt: { not: null } },
    orderBy: { finishedAt: "desc" },
    take: LAST,
    select: {
      id: true,
      verdict: true,
      score: true,
      attempt: true,
      wallMs: true,
      finishedAt: true,
      challengeVersion: { select: { manifest: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    title: z.object({ title: localized }).parse(row.challengeVersion.manifest).title,
    verdict: row.verdict,
    score: row.score,
    attempt: row.attempt,
    wallMs: row.wallMs,
    finishedAt: row.finishedAt?.toISOString() ?? null,
  }));
}

const stateOf = (stoppedAt: Date | null, heard: boolean): "stopped" | "alive" | "silent" =>
  stoppedAt ? "stopped" : heard ? "alive" : "silent";
