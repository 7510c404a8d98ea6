import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { descendants } from "@/bin/testing/descendants";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn, WRONG } from "@/lib/testing/fixtures";
import { ended, endWorkers, follow, startWorker } from "./testing/real-worker";

beforeAll(() => publishSmall("double"));

afterEach(endWorkers);

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
