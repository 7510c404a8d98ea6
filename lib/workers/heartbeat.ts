import os from "node:os";
import { db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";

/** A worker says that it lives this often, in milliseconds. */
export const HEARTBEAT_MS = 2_000;

/** A worker silent for longer is taken for dead. */
export const DEAD_AFTER_MS = 8_000;

/** Registers a worker process at its start. */
export async function registerWorker(
  id: string,
  slots: number,
  sandbox: Prisma.InputJsonValue,
): Promise<void> {
  const data = { hostname: os.hostname(), pid: process.pid, slots, sandbox };
  await db().worker.create({ data: { id, ...data } });
}

/** Notes the names under which the queue locks this worker's jobs. */
export async function noteQueueIds(id: string, queueIds: string[]): Promise<void> {
  await db().worker.update({ where: { id }, data: { queueIds } });
}

/** False when others have taken this worker for dead: it must not go on as it was. */
export async function beat(id: string, busy: number): Promise<boolean> {
  const found = await db().$executeRaw`
    UPDATE "Worker" SET "heartbeatAt" = now(), busy = ${busy}
    WHERE id = ${id} AND "stoppedAt" IS NULL`;
  return found === 1;
}

export async function signOff(id: string): Promise<void> {
  await db().$executeRaw`
    UPDATE "Worker" SET "stoppedAt" = now(), busy = 0 WHERE id = ${id}`;
}
