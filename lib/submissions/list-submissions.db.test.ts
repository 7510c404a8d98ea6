import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, UserActor } from "@/lib/auth/actor";
import type { VerdictWord } from "@/lib/grading/events";
import { db } from "@/lib/platform/db";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { listSubmissions, type SubmissionFilter } from "./list-submissions";
import { submit } from "./submit";

let actor: UserActor;
const made: Record<string, string> = {};

async function judged(name: string, challenge: string, verdict: VerdictWord | null) {
  const { id } = await submit(actor, { challenge, files: RIGHT });
  if (verdict) await db().submission.update({ where: { id }, data: { status: "done", verdict } });
  made[name] = id;
}

beforeAll(async () => {
  await publishSmall("one");
  await publishSmall("two");
  actor = await signedIn();
  await judged("one passed", "one", "passed");
  await judged("one failed", "one", "failed");
  await judged("two passed", "two", "passed");
  await judged("two waits", "two", null);
});

/** Names of all that a filter finds, read page by page. */
async function found(who: Actor, filter: Omit<SubmissionFilter, "limit"> = {}, limit = 100) {
  const ids: string[] = [];
  let cursor = filter.cursor;
  for (;;) {
    const page = await listSubmissions(who, { ...filter, ...(cursor ? { cursor } : {}), limit });
    ids.push(...page.items.map(({ id }) => id));
    if (page.nextCursor === null) break;
    cursor = page.nextCursor;
  }
  return ids.map((id) => Object.keys(made).find((name) => made[name] === id));
}

const ALL = ["two waits", "two passed", "one failed", "one passed"];

describe("the list of one's submissions", () => {
  it.each([
    [{}, ALL],
    [{ challenge: "one" }, ["one failed", "one passed"]],
    [{ verdict: "passed" }, ["two passed", "one passed"]],
    [{ challenge: "two", verdict: "passed" }, ["two passed"]],
    [{ challenge: "two", verdict: "failed" }, []],
    [{ challenge: "nowhere" }, []],
  ] as const)("filtered by %j is %j", async (filter, expected) => {
    expect(await found(actor, filter)).toEqual(expected);
    expect(await found(actor, filter, 1)).toEqual(expected);
  });

  it("holds all exactly once though they were made in the same millisecond", async () => {
    const where = { userId: actor.userId };
    await db().submission.updateMany({ where, data: { createdAt: new Date() } });
    expect(await found(actor, {}, 1)).toEqual(ALL);
  });

  it("keeps its place while new ones arrive", async () => {
    const first = await listSubmissions(actor, { limit: 2 });
    await judged("late", "one", null);
    const rest = await found(actor, first.nextCursor ? { cursor: first.nextCursor } : {});
    expect(rest).toEqual(["one failed", "one passed"]);
  });

  it("shows staff their own too, and other people nothing of it, by any page marker", async () => {
    const { nextCursor } = await listSubmissions(actor, { limit: 1 });
    const cursor = nextCursor ?? "";
    for (const other of [await signedIn(), await signedIn("admin")]) {
      expect(await found(other)).toEqual([]);
      expect(await found(other, { cursor, challenge: "one" })).toEqual([]);
    }
  });

  it("needs an account", async () => {
    const list = listSubmissions({ kind: "visitor", address: "192.0.2.1" }, { limit: 1 });
    await expect(list).rejects.toMatchObject({ kind: "not_signed_in" });
  });
});
