import { beforeAll, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { handInAlone, judgeQueued, marksAt, publishProject } from "@/lib/testing/project";
import { allocateNow } from "./allocate-waiting";
import { decideAppeal, fileAppeal } from "./appeal";
import { listMarking } from "./list-marking";
import { readResult } from "./read-result";
import { sendStaffMarks } from "./staff-marks";

const REASONS =
  "The second section gives the number that the reviewer misses, with where it comes from.";
const NOTHING = { marks: {} };

let staff: UserActor;
beforeAll(async () => {
  staff = await signedIn("author");
});

async function marked(slug: string) {
  await publishProject(slug);
  const author = await signedIn();
  const work = await handInAlone(author, slug);
  await allocateNow(staff, slug);
  await sendStaffMarks(staff, work.piece, marksAt(2));
  await judgeQueued();
  return { author, ...work };
}

it("is made once, with reasons, by an author alone, and only against marks", async () => {
  const { author, piece, submission } = await marked("objected");
  const short = fileAppeal(author, submission, "Unfair.");
  await expect(short).rejects.toMatchObject({ issues: [{ code: "appeal_short" }] });
  for (const attacker of [await signedIn(), staff]) {
    const attack = fileAppeal(attacker, submission, REASONS);
    await expect(attack).rejects.toMatchObject({ code: "submission_not_found" });
  }
  await fileAppeal(author, submission, REASONS);
  await expect(fileAppeal(author, submission, REASONS)).rejects.toMatchObject({
    code: "appeal_closed",
  });
  expect((await listMarking(staff)).appeals.map(({ id }) => id)).toContain(piece);
  await publishProject("unmarked");
  const early = await handInAlone(author, "unmarked");
  await expect(fileAppeal(author, early.submission, REASONS)).rejects.toMatchObject({
    code: "appeal_closed",
  });
});

it("is too late two weeks after the marks", async () => {
  const { author, piece, submission } = await marked("too-late");
  const markedAt = new Date(Date.now() - 15 * 86_400_000);
  await db().piece.update({ where: { id: piece }, data: { markedAt } });
  expect((await readResult(author, submission)).mayAppeal).toBe(false);
  await expect(fileAppeal(author, submission, REASONS)).rejects.toMatchObject({
    code: "appeal_closed",
  });
});

it("upheld, has the verdict made anew: one counts, with one evidence of skill", async () => {
  const { author, piece, submission } = await marked("upheld");
  await fileAppeal(author, submission, REASONS);
  const decision = { uphold: true, answer: "The number is there.", marks: marksAt(4) };
  const attack = decideAppeal(author, piece, decision);
  await expect(attack).rejects.toMatchObject({ code: "not_found" });
  const half = decideAppeal(staff, piece, { ...decision, ...NOTHING });
  await expect(half).rejects.toMatchObject({ code: "invalid_input" });
  await decideAppeal(staff, piece, decision);
  await judgeQueued();
  const result = await readResult(author, submission);
  expect(result).toMatchObject({ score: 1, verdict: "passed", appeal: { status: "upheld" } });
  expect(result.reviews.map(({ role }) => role)).toEqual(["staff", "appeal"]);
  const verdicts = await db().verdict.findMany({ where: { submissionId: submission } });
  expect(verdicts.map(({ current, score }) => [current, score]).toSorted()).toEqual([
    [false, 0.5],
    [true, 1],
  ]);
  const evidence = await db().skillEvidence.findMany({ where: { submissionId: submission } });
  expect(evidence.map(({ score }) => score)).toEqual([1]);
  expect(await db().evidence.count({ where: { submissionId: submission } })).toBe(2);
});

it("declined, leaves the marks and is answered", async () => {
  const { author, piece, submission } = await marked("declined");
  await fileAppeal(author, submission, REASONS);
  const silent = decideAppeal(staff, piece, { uphold: false, answer: " ", ...NOTHING });
  await expect(silent).rejects.toMatchObject({ issues: [{ code: "answer_missing" }] });
  await decideAppeal(staff, piece, { uphold: false, answer: "It is not.", ...NOTHING });
  expect(await readResult(author, submission)).toMatchObject({
    score: 0.5,
    appeal: { status: "declined", answer: "It is not." },
  });
  const again = decideAppeal(staff, piece, { uphold: false, answer: "No.", ...NOTHING });
  await expect(again).rejects.toMatchObject({ code: "appeal_closed" });
});
