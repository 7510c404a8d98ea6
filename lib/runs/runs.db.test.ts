import { beforeEach, describe, expect, it } from "vitest";
import type { Actor, VisitorActor } from "@/lib/auth/actor";
import { IDLE } from "@/lib/grading/follow-events";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { db } from "@/lib/platform/db";
import { HOUR_MS } from "@/lib/platform/durations";
import { type Limit, takePoint } from "@/lib/platform/rate-limit";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { claimRun } from "./claim-run";
import { finishRun } from "./finish-run";
import { removeExpired } from "./remove-expired";
import { ALL_VISITORS, SAMPLE_CHALLENGE, startRun, VISITOR } from "./start-run";
import { streamRun } from "./stream-run";

const NOTHING = interpretEvidence({ pass: 1 }, []);
let addresses = 0;

const visitor = (): VisitorActor => ({ kind: "visitor", address: `192.0.2.${++addresses}` });
const sample = { challenge: SAMPLE_CHALLENGE, files: RIGHT };
const exists = async (id: string) => (await db().run.count({ where: { id } })) === 1;

beforeEach(async () => {
  await publishSmall(SAMPLE_CHALLENGE);
  await publishSmall("double");
  await db().run.deleteMany();
  await db().rateLimit.deleteMany();
});

/** The types of the events that the holder of the key reads, to the end. */
async function read(actor: Actor, id: string, readKey: string): Promise<string[]> {
  const types: string[] = [];
  const events = await streamRun(actor, id, readKey, 0, new AbortController().signal);
  for await (const event of events) if (event !== IDLE) types.push(event.type);
  return types;
}

describe("a run", () => {
  it("is deleted with its events once its result was read", async () => {
    const actor = visitor();
    const { id, readKey } = await startRun(actor, sample);
    await claimRun(id);
    await finishRun(id, NOTHING);
    expect(await read(actor, id, readKey)).toContain("result");
    expect(await exists(id)).toBe(false);
    expect(await db().gradingEvent.count({ where: { runId: id } })).toBe(0);
  });

  it("drops its code as soon as it is done, and goes when nobody fetches the result", async () => {
    const { id } = await startRun(visitor(), sample);
    await claimRun(id);
    await finishRun(id, NOTHING);
    expect(await db().run.findUniqueOrThrow({ where: { id } })).toMatchObject({ files: {} });
    const createdAt = new Date(Date.now() - HOUR_MS);
    await db().run.update({ where: { id }, data: { createdAt } });
    await removeExpired();
    expect(await exists(id)).toBe(false);
  });

  it("is begun once, however many workers ask for it", async () => {
    const { id } = await startRun(visitor(), sample);
    const claims = await Promise.all([claimRun(id), claimRun(id), claimRun(id)]);
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it("keeps neither its key nor who ran it without an account", async () => {
    const { id, readKey } = await startRun(visitor(), sample);
    const stored = await db().run.findUniqueOrThrow({ where: { id } });
    expect(stored.userId).toBeNull();
    expect(JSON.stringify(stored)).not.toContain(readKey);
  });
});

describe("somebody else's run", () => {
  it("does not exist without its key", async () => {
    const { id } = await startRun(visitor(), sample);
    const missing = { code: "run_not_found" };
    await expect(read(visitor(), id, "guess")).rejects.toMatchObject(missing);
    await expect(read(await signedIn("admin"), id, "guess")).rejects.toMatchObject(missing);
  });

  it("does not exist even with its key, where it belongs to an account", async () => {
    const owner = await signedIn();
    const { id, readKey } = await startRun(owner, { challenge: "double", files: RIGHT });
    const missing = { code: "run_not_found" };
    await expect(read(visitor(), id, readKey)).rejects.toMatchObject(missing);
    await expect(read(await signedIn("admin"), id, readKey)).rejects.toMatchObject(missing);
    await finishRun(id, NOTHING);
    expect(await read(owner, id, readKey)).toContain("result");
  });
});

describe("running without an account", () => {
  it("is for the sample challenge alone", async () => {
    const other = startRun(visitor(), { challenge: "double", files: RIGHT });
    await expect(other).rejects.toMatchObject({ code: "run_needs_account" });
    expect(await db().run.count()).toBe(0);
  });

  it("has a budget by address, which another address does not share", async () => {
    const guest = visitor();
    await spend(VISITOR, guest.address);
    const refused = { code: "rate_limited", params: { retryAfter: expect.any(Number) } };
    await expect(startRun(guest, sample)).rejects.toMatchObject(refused);
    await expect(startRun(visitor(), sample)).resolves.toBeTruthy();
  });

  it("has a budget for all addresses together, which members do not share", async () => {
    await spend(ALL_VISITORS, "all");
    await expect(startRun(visitor(), sample)).rejects.toMatchObject({ code: "rate_limited" });
    await expect(startRun(await signedIn(), sample)).resolves.toBeTruthy();
  });

  it("waits in a line of limited length", async () => {
    const attempts = [];
    for (let n = 0; n < 6; n++) attempts.push(await startRun(visitor(), sample).catch(String));
    expect(attempts.at(-2)).toHaveProperty("id");
    expect(attempts.at(-1)).toContain("visitors_busy");
  });

  it("has the last place in the queue, one at a time", async () => {
    await startRun(visitor(), sample);
    await startRun(await signedIn(), sample);
    const jobs = await db().$queryRaw<{ priority: number; queue_name: string | null }[]>`
      SELECT priority, queue_name FROM graphile_worker.jobs
      WHERE task_identifier = 'grade-run' ORDER BY id DESC LIMIT 2`;
    const [member, guest] = jobs;
    expect(guest?.queue_name).not.toBeNull();
    expect(member?.queue_name).toBeNull();
    expect(guest?.priority).toBeGreaterThan(member?.priority ?? 0);
  });
});

/** Uses up what a limit allows. */
async function spend(limit: Limit, key: string) {
  for (let n = 0; n < limit.points; n++) await takePoint(limit, key);
}
