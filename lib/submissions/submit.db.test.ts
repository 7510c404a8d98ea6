import { beforeAll, describe, expect, it } from "vitest";
import { encodeCursor } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { listSubmissions } from "./list-submissions";
import { readSubmission } from "./read-submission";
import { streamSubmissionEvents } from "./stream-events";
import { MAX_UNFINISHED, submit } from "./submit";

beforeAll(() => publishSmall("double"));

const jobs = async () => {
  const [row] = await db().$queryRaw<{ count: bigint }[]>`
    SELECT count(*) FROM graphile_worker.jobs`;
  return Number(row?.count);
};

describe("submitting", () => {
  it("stores the submission, its first event and its job together", async () => {
    const actor = await signedIn();
    const before = await jobs();
    const { id } = await submit(actor, { challenge: "double", files: RIGHT });
    const stored = await readSubmission(actor, id);
    expect(stored).toMatchObject({ status: "queued", verdict: null, files: RIGHT });
    expect(await db().gradingEvent.count({ where: { submissionId: id } })).toBe(1);
    expect(await jobs()).toBe(before + 1);
  });

  it("gives the same submission for the same idempotency key, also at the same moment", async () => {
    const actor = await signedIn();
    const input = { challenge: "double", files: RIGHT, idempotencyKey: "once" };
    const made = await Promise.all([1, 2, 3].map(() => submit(actor, input)));
    expect(new Set(made.map(({ id }) => id)).size).toBe(1);
    expect(await db().submission.count({ where: { userId: actor.userId } })).toBe(1);
  });

  it("refuses a key that was used for something else", async () => {
    const actor = await signedIn();
    await submit(actor, { challenge: "double", files: RIGHT, idempotencyKey: "k" });
    const other = { "solution.py": "pass" };
    const again = submit(actor, { challenge: "double", files: other, idempotencyKey: "k" });
    await expect(again).rejects.toMatchObject({ code: "idempotency_mismatch" });
  });

  it.each([
    ["a missing file", {}],
    ["a file that is not asked for", { ...RIGHT, "more.py": "" }],
    ["a NUL character", { "solution.py": "a\0b" }],
    ["too much text", { "solution.py": "x".repeat(300_000) }],
  ])("refuses %s and keeps nothing", async (_, files) => {
    const actor = await signedIn();
    const attempt = submit(actor, { challenge: "double", files: files as Record<string, string> });
    await expect(attempt).rejects.toMatchObject({ kind: "invalid_input" });
    expect(await db().submission.count({ where: { userId: actor.userId } })).toBe(0);
  });

  it("lets nobody fill the queue", async () => {
    const actor = await signedIn();
    for (let n = 0; n < MAX_UNFINISHED; n++) {
      await submit(actor, { challenge: "double", files: RIGHT });
    }
    const more = submit(actor, { challenge: "double", files: RIGHT });
    await expect(more).rejects.toMatchObject({ code: "too_many_unfinished" });
    const other = await signedIn();
    await expect(submit(other, { challenge: "double", files: RIGHT })).resolves.toBeTruthy();
  });

  it("needs an account and a challenge that exists", async () => {
    const visitor = { kind: "visitor", address: "::1" } as const;
    const input = { challenge: "double", files: RIGHT };
    await expect(submit(visitor, input)).rejects.toMatchObject({ kind: "not_signed_in" });
    const nowhere = submit(await signedIn(), { ...input, challenge: "nowhere" });
    await expect(nowhere).rejects.toMatchObject({ code: "challenge_not_found" });
  });
});

describe("somebody else's submission", () => {
  it("does not exist for others, and does for its owner and staff", async () => {
    const owner = await signedIn();
    const { id } = await submit(owner, { challenge: "double", files: RIGHT });
    const attacker = await signedIn();
    const missing = { code: "submission_not_found" };
    await expect(readSubmission(attacker, id)).rejects.toMatchObject(missing);
    const stream = streamSubmissionEvents(attacker, id, 0, new AbortController().signal);
    await expect(stream).rejects.toMatchObject(missing);
    expect((await listSubmissions(attacker, { limit: 10 })).items).toEqual([]);
    await expect(readSubmission(owner, id)).resolves.toMatchObject({ id });
    await expect(readSubmission(await signedIn("admin"), id)).resolves.toMatchObject({ id });
  });
});

describe("listing", () => {
  it("pages through everything once, newest first, and filters", async () => {
    const actor = await signedIn();
    const made: string[] = [];
    for (let n = 0; n < 5; n++) {
      made.push((await submit(actor, { challenge: "double", files: RIGHT })).id);
    }
    const first = await listSubmissions(actor, { limit: 3 });
    const second = await listSubmissions(actor, { limit: 3, cursor: first.nextCursor ?? "" });
    const seen = [...first.items, ...second.items].map(({ id }) => id);
    expect(seen).toEqual(made.toReversed());
    expect(second.nextCursor).toBeNull();
    const none = await listSubmissions(actor, { limit: 3, verdict: "passed" });
    expect(none.items).toEqual([]);
    const yearZero = encodeCursor({ at: "0000-01-01T00:00:00Z", id: made[0] });
    for (const cursor of ["forged", yearZero]) {
      const forged = listSubmissions(actor, { limit: 3, cursor });
      await expect(forged).rejects.toMatchObject({ kind: "invalid_input" });
    }
  });
});
