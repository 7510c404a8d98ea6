import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { freeForgotten } from "@/lib/workers/free-orphans";
import { beat, registerWorker, signOff } from "@/lib/workers/heartbeat";
import { reapDeadWorkers } from "@/lib/workers/reap-dead-workers";
import { claimSubmission, MAX_ATTEMPTS } from "./claim-submission";
import { interpretEvidence } from "./interpret-evidence";
import { recordVerdict } from "./record-verdict";

beforeAll(() => publishSmall("double"));

async function queued(): Promise<string> {
  const { id } = await submit(await signedIn(), { challenge: "double", files: RIGHT });
  return id;
}

async function claimed(id: string, worker: string) {
  const claim = await claimSubmission(id, worker);
  if (!claim) throw new Error("nothing to claim");
  return claim;
}

const FAULT = interpretEvidence({ pass: 1 }, []);
const PASSED = { ...FAULT, verdict: "passed" as const, score: 1 };

async function worker(id: string) {
  await registerWorker(id, 1, {});
  return id;
}

describe("attempts at a grading", () => {
  it("are claimed by one worker only", async () => {
    const id = await queued();
    const claims = await Promise.all(["a", "b", "c"].map((name) => claimSubmission(id, name)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("give exactly one verdict, also when a worker that was taken for dead comes back", async () => {
    const id = await queued();
    const old = await claimed(id, await worker("slow"));
    await signOff("slow");
    await reapDeadWorkers();
    const fresh = await claimed(id, await worker("fresh"));
    expect(fresh.attempt).toBe(2);
    expect(await recordVerdict(old, null, FAULT)).toBe(false);
    expect(await recordVerdict(fresh, null, PASSED)).toBe(true);
    expect(await recordVerdict(fresh, null, PASSED)).toBe(false);
    expect(await db().verdict.count({ where: { submissionId: id } })).toBe(1);
    const done = await db().submission.findUniqueOrThrow({ where: { id } });
    expect(done).toMatchObject({ status: "done", verdict: "passed", score: 1 });
    expect(await db().skillEvidence.count({ where: { submissionId: id } })).toBe(1);
  });

  it("end after the third, are never scored, and tell staff", async () => {
    const id = await queued();
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
      const name = await worker(`dying-${attempt}`);
      expect((await claimed(id, name)).attempt).toBe(attempt);
      await signOff(name);
      await reapDeadWorkers();
    }
    const done = await db().submission.findUniqueOrThrow({ where: { id } });
    expect(done).toMatchObject({ status: "done", verdict: "infrastructure_error" });
    expect(await db().skillEvidence.count({ where: { submissionId: id } })).toBe(0);
    const subject = `submission:${id}`;
    expect(await db().auditEvent.count({ where: { subject } })).toBe(1);
    expect(await claimSubmission(id, "late")).toBeNull();
  });

  it("survive a clock that jumps ahead: all seem dead at once, and each verdict still counts once", async () => {
    const id = await queued();
    const old = await claimed(id, await worker("before the jump"));
    await db().$executeRaw`UPDATE "Worker" SET "heartbeatAt" = now() - interval '1 hour'`;
    expect(await reapDeadWorkers()).toContain("before the jump");
    expect(await beat("before the jump", 1)).toBe(false);
    const fresh = await claimed(id, await worker("after the jump"));
    expect(await recordVerdict(fresh, null, PASSED)).toBe(true);
    expect(await recordVerdict(old, null, FAULT)).toBe(false);
    expect(await db().verdict.count({ where: { submissionId: id } })).toBe(1);
  });

  it("survive a clock that jumps back: a worker that dies meanwhile is noticed in seconds", async () => {
    const id = await queued();
    await claimed(id, await worker("from the future"));
    const where = { id: "from the future" };
    const ahead = new Date(Date.now() + 3_600_000);
    await db().worker.update({ where, data: { heartbeatAt: ahead } });
    await reapDeadWorkers();
    const { heartbeatAt } = await db().worker.findUniqueOrThrow({ where });
    expect(heartbeatAt.getTime()).toBeLessThan(ahead.getTime() - 3_000_000);
    await db().$executeRaw`
      UPDATE "Worker" SET "heartbeatAt" = now() - interval '9 seconds' WHERE id = ${where.id}`;
    expect(await reapDeadWorkers()).toContain("from the future");
    expect(await claimSubmission(id, "next")).not.toBeNull();
  });

  it("go back when a living worker has let go of them, and not while it grades them", async () => {
    const id = await queued();
    const name = await worker("forgetful");
    const lost = await claimed(id, name);
    await freeForgotten(name, [id]);
    await freeForgotten("another", []);
    expect(await claimSubmission(id, "w2")).toBeNull();
    await freeForgotten(name, []);
    const again = await claimed(id, await worker("mindful"));
    expect(again.attempt).toBe(2);
    expect(await recordVerdict(lost, null, PASSED)).toBe(false);
    expect(await recordVerdict(again, null, PASSED)).toBe(true);
  });

  it("are numbered without a gap in the events", async () => {
    const id = await queued();
    const claim = await claimed(id, await worker("w"));
    await recordVerdict(claim, null, PASSED);
    const events = await db().gradingEvent.findMany({
      where: { submissionId: id },
      orderBy: { seq: "asc" },
    });
    expect(events.map(({ seq, type }) => [seq, type])).toEqual([
      [1, "queued"],
      [2, "started"],
      [3, "verdict"],
    ]);
  });
});
