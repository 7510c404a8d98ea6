import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { appendEvents } from "./append-events";
import { followEvents, IDLE } from "./follow-events";

beforeAll(() => publishSmall("double"));

async function collect(submissionId: string, after: number, act?: () => Promise<void>) {
  const seen: number[] = [];
  const events = followEvents({ submissionId }, after, new AbortController().signal);
  let acted = false;
  for await (const event of events) {
    if (event !== IDLE) seen.push(event.seq);
    if (act && !acted) {
      acted = true;
      await act();
    }
  }
  return seen;
}

const append = (submissionId: string, ...types: string[]) =>
  appendEvents(
    db(),
    { submissionId },
    1,
    types.map((type) => ({ type, data: {} })),
  );

describe("a stream of events", () => {
  it("gives each event once and ends with the verdict, whenever they are written", async () => {
    const { id } = await submit(await signedIn(), { challenge: "double", files: RIGHT });
    const seen = await collect(id, 0, async () => {
      await append(id, "started", "plan");
      await append(id, "case");
      await append(id, "verdict");
    });
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it("resumes after the last event that was seen", async () => {
    const { id } = await submit(await signedIn(), { challenge: "double", files: RIGHT });
    await append(id, "started", "plan", "case", "verdict");
    expect(await collect(id, 3)).toEqual([4, 5]);
  });

  it("ends when its reader leaves", async () => {
    const { id } = await submit(await signedIn(), { challenge: "double", files: RIGHT });
    const leaving = new AbortController();
    const events = followEvents({ submissionId: id }, 1, leaving.signal);
    const next = events.next();
    leaving.abort();
    expect((await next).done).toBe(true);
  });
});
