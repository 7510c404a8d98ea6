import { beforeAll, describe, expect, it } from "vitest";
import type { Actor, UserActor } from "@/lib/auth/actor";
import { contentHash } from "@/lib/content/content-hash";
import { trackManifest } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { submit } from "@/lib/submissions/submit";
import { publishSmall, RIGHT, signedIn } from "@/lib/testing/fixtures";
import { completeLesson } from "./lesson-progress";
import { listTracks } from "./list-tracks";
import { publishTrack } from "./publish";
import { readLesson } from "./read-lesson";
import { readTrack } from "./read-track";

const VISITOR = { kind: "visitor", address: "192.0.2.1" } as const;
const text = (en: string) => ({ en, zh: en });

/** A track of two lessons around a challenge, and one item that is not published here. */
async function publishSmallTrack(slug: string, position: number) {
  const lesson = (name: string) => ({ lesson: name, title: text(name), minutes: 10 });
  const manifest = trackManifest.parse({
    slug,
    version: 1,
    title: text(slug),
    summary: text("Short."),
    audience: text("All."),
    items: [lesson("begin"), { challenge: "double" }, { challenge: "unseen" }, lesson("end")],
  });
  const lessons = { begin: text(`${slug} begins`), end: text(`${slug} ends`) };
  await publishTrack({ manifest, lessons, contentHash: contentHash({ slug }) }, position);
}

beforeAll(async () => {
  await publishSmall("double");
  await publishSmallTrack("second", 2);
  await publishSmallTrack("first", 1);
});

const progress = async (actor: Actor, slug = "first") => (await readTrack(actor, slug)).progress;

/** Hands the right solution in, and has it judged as passed. */
async function pass(actor: UserActor) {
  const { id } = await submit(actor, { challenge: "double", files: RIGHT });
  await db().submission.update({ where: { id }, data: { status: "done", verdict: "passed" } });
}

describe("tracks", () => {
  it("come in the curriculum's order, without what is not published here", async () => {
    const tracks = await listTracks(VISITOR);
    expect(tracks.map(({ slug }) => slug)).toEqual(["first", "second"]);
    const items = tracks[0]?.items.map(({ slug }) => slug);
    expect(items).toEqual(["begin", "double", "end"]);
  });

  it("that do not exist are not found, and neither are their lessons", async () => {
    const none = { code: "track_not_found" };
    await expect(readTrack(VISITOR, "nowhere")).rejects.toMatchObject(none);
    await expect(readLesson(VISITOR, "nowhere", "begin")).rejects.toMatchObject(none);
  });
});

describe("progress in a track", () => {
  it("counts the lessons read and the challenges passed, and names what comes next", async () => {
    const actor = await signedIn();
    const fresh = { done: 0, total: 3, next: { type: "lesson", slug: "begin" } };
    expect(await progress(actor)).toMatchObject(fresh);
    await completeLesson(actor, "first", "begin");
    await completeLesson(actor, "first", "begin");
    const next = { type: "challenge", slug: "double" };
    expect(await progress(actor)).toMatchObject({ done: 1, next });
    await pass(actor);
    await completeLesson(actor, "first", "end");
    expect(await progress(actor)).toMatchObject({ done: 3, total: 3, next: null });
  });

  it("of a lesson is that track's alone", async () => {
    const actor = await signedIn();
    await completeLesson(actor, "first", "begin");
    expect(await progress(actor, "second")).toMatchObject({ done: 0 });
  });

  it("is nobody else's: not another learner's, not an admin's, not a visitor's", async () => {
    const actor = await signedIn();
    await completeLesson(actor, "first", "begin");
    await pass(actor);
    for (const other of [await signedIn(), await signedIn("admin"), VISITOR]) {
      expect(await progress(other)).toMatchObject({ done: 0 });
    }
  });

  it("is kept for people with an account, and for lessons that exist", async () => {
    const anonymous = completeLesson(VISITOR, "first", "begin");
    await expect(anonymous).rejects.toMatchObject({ kind: "not_signed_in" });
    const nowhere = completeLesson(await signedIn(), "first", "nowhere");
    await expect(nowhere).rejects.toMatchObject({ code: "lesson_not_found" });
    const challenge = completeLesson(await signedIn(), "first", "double");
    await expect(challenge).rejects.toMatchObject({ code: "lesson_not_found" });
  });
});

describe("a lesson", () => {
  it("comes with its text and its neighbours", async () => {
    const lesson = await readLesson(VISITOR, "first", "begin");
    expect(lesson).toMatchObject({ text: text("first begins"), previous: null, done: false });
    expect(lesson.next).toMatchObject({ type: "challenge", slug: "double" });
  });
});
