import { type ChildProcess, spawn } from "node:child_process";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { descendants } from "@/bin/testing/descendants";
import type { Actor } from "@/lib/auth/actor";
import { IDLE, type StoredEvent } from "@/lib/grading/follow-events";
import { db } from "@/lib/platform/db";
import { streamSubmissionEvents } from "@/lib/submissions/stream-events";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn, WRONG } from "@/lib/testing/fixtures";

beforeAll(() => publishSmall("double"));

const running: ChildProcess[] = [];

/** A real worker process of its own. */
function startWorker(): ChildProcess {
  const child = spawn(process.execPath, ["--import", "tsx", "workers/main.ts"], {
    env: { ...process.env, WORKER_SLOTS: "1", WORKER_RUNTIMES: "python-numpy" },
    stdio: ["ignore", "ignore", "inherit"],
  });
  running.push(child);
  return child;
}

const ended = (child: ChildProcess) =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve(null);
    else child.once("exit", resolve);
  });

afterEach(async () => {
  for (const child of running.splice(0)) {
    child.kill("SIGTERM");
    await ended(child);
  }
});

/** Follows until `until` holds or the verdict is in; returns all that was seen. */
async function follow(actor: Actor, id: string, until = (_: StoredEvent) => false) {
  const seen: StoredEvent[] = [];
  const leave = new AbortController();
  for await (const event of await streamSubmissionEvents(actor, id, 0, leave.signal)) {
    if (event === IDLE) continue;
    seen.push(event);
    if (until(event)) break;
  }
  return seen;
}

const SLOW = {
  "solution.py": "import time\n\n\ndef double(x):\n    time.sleep(4)\n    return x * 2\n",
};

describe("a worker", () => {
  it("grades what is submitted and keeps the raw evidence", async () => {
    const actor = await signedIn();
    const right = await submit(actor, { challenge: "double", files: RIGHT });
    const wrong = await submit(actor, { challenge: "double", files: WRONG });
    startWorker();
    const events = await follow(actor, right.id);
    expect(events.map(({ type }) => type)).toEqual([
      ...["queued", "started", "plan"],
      ...["case_started", "case", "case_started", "case", "verdict"],
    ]);
    expect(events.at(-1)?.data).toMatchObject({ verdict: "passed", score: 1 });
    const lost = await follow(actor, wrong.id);
    expect(lost.at(-1)?.data).toMatchObject({ verdict: "failed", score: 0 });
    const hidden = lost.filter(({ type }) => type === "case").at(-1)?.data;
    expect(hidden).not.toHaveProperty("detail");
    expect(hidden).not.toHaveProperty("ms");
    const evidence = await db().evidence.findFirstOrThrow({ where: { submissionId: right.id } });
    expect(evidence.events).toHaveLength(6);
  }, 60_000);

  it("that is killed in the middle loses nothing: another grades it again, once", async () => {
    const actor = await signedIn();
    const { id } = await submit(actor, { challenge: "double", files: SLOW });
    const doomed = startWorker();
    await follow(actor, id, ({ type }) => type === "case_started");
    doomed.kill("SIGKILL");
    await ended(doomed);
    startWorker();
    const events = await follow(actor, id);
    expect(events.map(({ type }) => type)).toContain("retry");
    expect(events.at(-1)?.data).toMatchObject({ verdict: "passed" });
    expect(await db().verdict.count({ where: { submissionId: id } })).toBe(1);
    const done = await db().submission.findUniqueOrThrow({ where: { id } });
    expect(done).toMatchObject({ attempt: 2, verdict: "passed" });
  }, 90_000);

  it("whose runner is killed grades again with another, and goes on to the next", async () => {
    const actor = await signedIn();
    const { id } = await submit(actor, { challenge: "double", files: SLOW });
    const worker = startWorker();
    await follow(actor, id, ({ type }) => type === "case_started");
    for (const { pid, command } of descendants(worker.pid ?? 0)) {
      if (command.includes("-m touchstone.runner")) process.kill(pid, "SIGKILL");
    }
    const events = await follow(actor, id);
    expect(events.map(({ type }) => type)).toContain("retry");
    expect(events.at(-1)?.data).toMatchObject({ verdict: "passed" });
    const next = await submit(actor, { challenge: "double", files: RIGHT });
    expect((await follow(actor, next.id)).at(-1)?.data).toMatchObject({ verdict: "passed" });
  }, 90_000);

  it("that can no longer finish its jobs ends, so that another takes its place", async () => {
    await db().$executeRaw`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'the disk is gone'; END $$`;
    await db().$executeRaw`
      CREATE TRIGGER refuse BEFORE DELETE ON graphile_worker._private_jobs
      FOR EACH ROW EXECUTE FUNCTION refuse()`;
    const actor = await signedIn();
    const { id } = await submit(actor, { challenge: "double", files: RIGHT });
    const worker = startWorker();
    await ended(worker);
    await db().$executeRaw`DROP TRIGGER refuse ON graphile_worker._private_jobs`;
    expect(await db().verdict.count({ where: { submissionId: id } })).toBe(1);
    startWorker();
    const next = await submit(actor, { challenge: "double", files: RIGHT });
    expect((await follow(actor, next.id)).at(-1)?.data).toMatchObject({ verdict: "passed" });
  }, 90_000);
});
