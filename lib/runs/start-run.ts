import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { currentVersion } from "@/lib/challenges/current-version";
import { type ChallengeManifest, deviceNeed } from "@/lib/content/challenge-manifest";
import { hasDeviceFor } from "@/lib/devices/room";
import { queueRun } from "@/lib/grading/queue-grading";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { type Limit, takePoint } from "@/lib/platform/rate-limit";
import { checkFiles } from "@/lib/submissions/check-files";
import { seedOf } from "@/lib/submissions/seed";

/** The one challenge that can be run without an account. */
export const SAMPLE_CHALLENGE = "softmax";

const MEMBER: Limit = { name: "run", points: 30, seconds: 60 };
export const VISITOR: Limit = { name: "visitor-run", points: 10, seconds: 600 };
export const ALL_VISITORS: Limit = { name: "visitor-runs", points: 120, seconds: 600 };
/** Visitors' runs wait behind everything else, and run one at a time. */
const AS_VISITOR = { priority: 1_000, queue: "visitor-runs" };
const MAX_VISITOR_RUNS_WAITING = 5;

export type RunInput = { challenge: string; files: Record<string, string> };

export const hashReadKey = (key: string): string => createHash("sha256").update(key).digest("hex");

/** Queues the visible cases. Returns the run's id and the key its result is read with. */
export async function startRun(
  actor: Actor,
  input: RunInput,
): Promise<{ id: string; readKey: string }> {
  await spend(actor, input.challenge);
  const version = await currentVersion(input.challenge);
  checkFiles(version.manifest, input.files);
  await requireDevice(version.manifest);
  const id = uuidv7();
  const readKey = randomBytes(24).toString("base64url");
  const userId = actor.kind === "user" ? actor.userId : null;
  await db().$transaction(async (tx) => {
    await tx.run.create({
      data: {
        id,
        userId,
        readKeyHash: hashReadKey(readKey),
        challengeVersionId: version.versionId,
        files: input.files,
        seed: seedOf("run", id),
      },
    });
    await queueRun(tx, id, userId ? {} : AS_VISITOR);
  });
  return { id, readKey };
}

/** A run is for now: where nothing could run it, it is refused instead of waiting. */
async function requireDevice(manifest: ChallengeManifest): Promise<void> {
  const need = deviceNeed(manifest);
  if (need && !(await hasDeviceFor(need))) throw new DomainError("unavailable", "run_needs_device");
}

/** Running strangers' code has a budget: by address, by all of them, and one challenge only. */
async function spend(actor: Actor, challenge: string): Promise<void> {
  if (actor.kind === "user") return takePoint(MEMBER, actor.userId);
  if (challenge !== SAMPLE_CHALLENGE) throw new DomainError("not_signed_in", "run_needs_account");
  if (actor.kind === "visitor") await takePoint(VISITOR, actor.address);
  await takePoint(ALL_VISITORS, "all");
  const waiting = await db().run.count({ where: { userId: null, status: { not: "done" } } });
  if (waiting >= MAX_VISITOR_RUNS_WAITING) {
    throw new DomainError("rate_limited", "visitors_busy", { retryAfter: 10 });
  }
}
