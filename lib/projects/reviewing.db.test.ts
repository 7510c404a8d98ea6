import { beforeAll, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { readSubmission } from "@/lib/submissions/read-submission";
import { signedIn } from "@/lib/testing/fixtures";
import {
  calibrate,
  handInAlone,
  judgeQueued,
  marksAt,
  publishProject,
  REPORT,
} from "@/lib/testing/project";
import { allocateDue, allocateNow } from "./allocate-waiting";
import { closeOverdueReviews, remindReviewers } from "./close-overdue-reviews";
import { listMarking } from "./list-marking";
import { listReviews } from "./list-reviews";
import { moderatePiece } from "./moderate-piece";
import { rateReview } from "./rate-review";
import { readAllocation } from "./read-allocation";
import { readMarking } from "./read-marking";
import { readResult } from "./read-result";
import { readReview } from "./read-review";
import { saveReview, sendReview } from "./save-review";
import { saveStaffMarks, sendStaffMarks } from "./staff-marks";

type Author = { actor: UserActor; piece: string; submission: string };

async function cohort(slug: string, size: number): Promise<Author[]> {
  await publishProject(slug);
  const authors: Author[] = [];
  for (let index = 0; index < size; index++) {
    const actor = await signedIn();
    authors.push({ actor, ...(await handInAlone(actor, slug)) });
  }
  return authors;
}

const peersOf = (piece: string) =>
  db().review.findMany({ where: { pieceId: piece, role: "peer" }, orderBy: { id: "asc" } });

const actorOf = (authors: Author[], userId: string | null) => {
  const found = authors.find(({ actor }) => actor.userId === userId);
  if (!found) throw new Error("no such author");
  return found.actor;
};

describe("from allocation to mark", () => {
  let authors: Author[];
  let staff: UserActor;
  let first: Author;

  beforeAll(async () => {
    authors = await cohort("whole-cohort", 7);
    staff = await signedIn("author");
    first = authors[0] as Author;
  });

  it("allocates a whole cohort by itself: three peers a piece, none his own", async () => {
    await allocateDue();
    for (const { actor, piece } of authors) {
      const peers = await peersOf(piece);
      expect(peers).toHaveLength(3);
      expect(peers.map(({ reviewerId }) => reviewerId)).not.toContain(actor.userId);
      expect(await listReviews(actor)).toHaveLength(3);
    }
    expect(
      await db().mailMessage.count({ where: { subject: { contains: "Small project" } } }),
    ).toBe(7);
  });

  it("shows the work to a reviewer who has calibrated, and nothing of its author", async () => {
    const [review] = await peersOf(first.piece);
    const reviewer = actorOf(authors, review?.reviewerId ?? null);
    const id = review?.id ?? "";
    await expect(readReview(reviewer, id)).rejects.toMatchObject({ code: "calibrate_first" });
    await calibrate(reviewer, first.piece);
    const shown = await readReview(reviewer, id);
    expect(shown.report).toBe(REPORT);
    const author = await db().user.findUniqueOrThrow({ where: { id: first.actor.userId } });
    const sent = JSON.stringify(shown);
    for (const secret of [author.id, author.name, author.email, first.piece, first.submission]) {
      expect(sent).not.toContain(secret);
    }
  });

  it("gives a review to its reviewer alone", async () => {
    const [review] = await peersOf(first.piece);
    const id = review?.id ?? "";
    const stranger = await signedIn();
    const owner = first.actor;
    for (const attacker of [stranger, owner, staff]) {
      await expect(readReview(attacker, id)).rejects.toMatchObject({ code: "review_not_found" });
      const save = saveReview(attacker, id, marksAt(4));
      await expect(save).rejects.toMatchObject({ code: "review_not_found" });
      const send = sendReview(attacker, id, marksAt(4));
      await expect(send).rejects.toMatchObject({ code: "review_not_found" });
    }
  });

  it("keeps a draft, refuses half a review, and takes a whole one once", async () => {
    const [review] = await peersOf(first.piece);
    const reviewer = actorOf(authors, review?.reviewerId ?? null);
    const id = review?.id ?? "";
    const half = {
      ...marksAt(3),
      clarity: { level: null, comment: "" },
      unknown: marksAt(1).clarity,
    };
    await saveReview(reviewer, id, half as never);
    expect((await readReview(reviewer, id)).marks).toEqual({
      soundness: marksAt(3).soundness,
      clarity: { level: null, comment: "" },
    });
    await expect(sendReview(reviewer, id, half as never)).rejects.toMatchObject({
      issues: [
        { path: "clarity.level", code: "level_missing" },
        { path: "clarity.comment", code: "comment_short" },
      ],
    });
    await sendReview(reviewer, id, marksAt(3));
    await expect(sendReview(reviewer, id, marksAt(0))).rejects.toMatchObject({
      code: "review_over",
    });
    await expect(saveReview(reviewer, id, marksAt(0))).rejects.toMatchObject({
      code: "review_over",
    });
  });

  it("hides peers' marks from staff until theirs are sent, and the page from everybody else", async () => {
    for (const attacker of [await signedIn(), first.actor]) {
      await expect(readMarking(attacker, first.piece)).rejects.toMatchObject({ code: "not_found" });
      await expect(listMarking(attacker)).rejects.toMatchObject({ code: "not_found" });
      await expect(readAllocation(attacker, "whole-cohort")).rejects.toMatchObject({
        code: "not_found",
      });
      const marks = sendStaffMarks(attacker, first.piece, marksAt(4));
      await expect(marks).rejects.toMatchObject({ code: "not_found" });
      await expect(allocateNow(attacker, "whole-cohort")).rejects.toMatchObject({
        code: "not_found",
      });
    }
    expect((await readMarking(staff, first.piece)).reviews).toEqual([]);
    await saveStaffMarks(staff, first.piece, marksAt(2));
    expect((await readMarking(staff, first.piece)).marks).toEqual(marksAt(2));
    await sendStaffMarks(staff, first.piece, marksAt(3));
    expect((await readMarking(staff, first.piece)).reviews).toHaveLength(2);
  });

  it("makes the marks a verdict once the last review is in", async () => {
    const open = (await peersOf(first.piece)).filter(({ submittedAt }) => !submittedAt);
    const given = [marksAt(2), marksAt(4, 3)];
    for (const [index, review] of open.entries()) {
      expect((await readResult(first.actor, first.submission)).criteria).toBeNull();
      const reviewer = actorOf(authors, review.reviewerId);
      await calibrate(reviewer, first.piece);
      await sendReview(reviewer, review.id, given[index] ?? {});
    }
    await judgeQueued();
    const result = await readResult(first.actor, first.submission);
    expect(result).toMatchObject({ verdict: "passed", score: 0.75 });
    expect(result.criteria).toMatchObject([
      { slug: "soundness", levels: [3, 2, 4, 3], mean: 3, agreed: true },
      { slug: "clarity", levels: [3, 2, 3, 3], mean: 3, agreed: true },
    ]);
    expect(await readSubmission(first.actor, first.submission)).toMatchObject({
      verdict: "passed",
      status: "done",
    });
  });

  it("lets the author read the reviews without their reviewers, and say how they helped", async () => {
    const { reviews } = await readResult(first.actor, first.submission);
    expect(reviews.map(({ role }) => role).toSorted()).toEqual(["peer", "peer", "peer", "staff"]);
    const people = await db().user.findMany();
    const sent = JSON.stringify(reviews);
    for (const { id, name, email } of people) {
      expect(sent).not.toContain(id);
      expect(sent).not.toContain(email);
      expect(sent).not.toContain(`"${name}"`);
    }
    const id = reviews[0]?.id ?? "";
    await rateReview(first.actor, id, 5);
    expect((await readResult(first.actor, first.submission)).reviews[0]?.helpful).toBe(5);
    const attacker = authors[1]?.actor as UserActor;
    await expect(rateReview(attacker, id, 1)).rejects.toMatchObject({ code: "review_not_found" });
    await expect(readResult(attacker, first.submission)).rejects.toMatchObject({
      code: "submission_not_found",
    });
  });
});

describe("what goes otherwise", () => {
  it("lets staff's marks stand for peers that a small cohort does not have", async () => {
    const authors = await cohort("small-cohort", 1);
    const staff = await signedIn("admin");
    const [author] = authors as [Author];
    await allocateDue();
    expect((await readResult(author.actor, author.submission)).status).toBe("waiting");
    await allocateNow(staff, "small-cohort");
    expect(await peersOf(author.piece)).toEqual([]);
    await sendStaffMarks(staff, author.piece, marksAt(1));
    await judgeQueued();
    expect(await readResult(author.actor, author.submission)).toMatchObject({
      verdict: "failed",
      score: 0.25,
    });
  });

  it("allocates a smaller cohort once the oldest piece has waited long enough", async () => {
    const authors = await cohort("old-cohort", 4);
    await allocateDue(new Date(Date.now() + 6.9 * DAY_MS));
    expect(await peersOf((authors[0] as Author).piece)).toEqual([]);
    await allocateDue(new Date(Date.now() + 7.1 * DAY_MS));
    for (const { piece } of authors) expect(await peersOf(piece)).toHaveLength(1);
  });

  it("reminds once, ends reviews that are overdue, and goes on without them", async () => {
    const authors = await cohort("late-cohort", 3);
    const staff = await signedIn("author");
    const [author] = authors as [Author];
    await allocateNow(staff, "late-cohort");
    await remindReviewers(new Date(Date.now() + 6 * DAY_MS));
    await remindReviewers(new Date(Date.now() + 6 * DAY_MS));
    const reminders = { where: { subject: { contains: "due soon" }, userId: author.actor.userId } };
    expect(await db().mailMessage.count(reminders)).toBe(1);
    await sendStaffMarks(staff, author.piece, marksAt(3));
    await closeOverdueReviews(new Date(Date.now() + 8 * DAY_MS));
    await judgeQueued();
    expect(await readResult(author.actor, author.submission)).toMatchObject({ score: 0.75 });
    const [missed] = await peersOf(author.piece);
    const reviewer = actorOf(authors, missed?.reviewerId ?? null);
    await calibrate(reviewer, author.piece);
    const late = sendReview(reviewer, missed?.id ?? "", marksAt(0));
    await expect(late).rejects.toMatchObject({ code: "review_over" });
  });

  it("reads but does not count the marks of those who failed the calibration twice", async () => {
    const authors = await cohort("uncalibrated", 3);
    const staff = await signedIn("author");
    const [author] = authors as [Author];
    await allocateNow(staff, "uncalibrated");
    const [review] = await peersOf(author.piece);
    const reviewer = actorOf(authors, review?.reviewerId ?? null);
    await calibrate(reviewer, author.piece, 3);
    await calibrate(reviewer, author.piece, 3);
    await expect(calibrate(reviewer, author.piece)).rejects.toMatchObject({
      code: "calibration_done",
    });
    expect((await readReview(reviewer, review?.id ?? "")).calibrated).toBe(false);
    await sendReview(reviewer, review?.id ?? "", marksAt(0));
    await sendStaffMarks(staff, author.piece, marksAt(4));
    await judgeQueued();
    const result = await readResult(author.actor, author.submission);
    expect(result.score).toBe(1);
    expect(result.reviews.find(({ role }) => role === "peer")).toMatchObject({
      counted: false,
      marks: marksAt(0),
    });
  });

  it("holds back marks that lie apart until staff have looked", async () => {
    const authors = await cohort("outlying", 3);
    const staff = await signedIn("author");
    const [author] = authors as [Author];
    await allocateNow(staff, "outlying");
    const [review] = await peersOf(author.piece);
    const reviewer = actorOf(authors, review?.reviewerId ?? null);
    await calibrate(reviewer, author.piece);
    await sendReview(reviewer, review?.id ?? "", marksAt(0));
    await sendStaffMarks(staff, author.piece, marksAt(4));
    expect((await listMarking(staff)).outliers.map(({ id }) => id)).toEqual([author.piece]);
    const told = await readResult(author.actor, author.submission);
    expect(told).toMatchObject({ status: "reviewing", criteria: null, reviews: [] });
    const attack = moderatePiece(author.actor, author.piece, []);
    await expect(attack).rejects.toMatchObject({ code: "not_found" });
    await moderatePiece(staff, author.piece, [review?.id ?? ""]);
    await judgeQueued();
    expect(await readResult(author.actor, author.submission)).toMatchObject({ score: 1 });
    expect((await listMarking(staff)).outliers).toEqual([]);
  });

  it("keeps staff from judging their own work", async () => {
    await publishProject("own-work");
    const staff = await signedIn("author");
    const { piece } = await handInAlone(staff, "own-work");
    await allocateNow(staff, "own-work");
    const marking = sendStaffMarks(staff, piece, marksAt(4));
    await expect(marking).rejects.toMatchObject({ code: "piece_not_found" });
    await expect(readMarking(staff, piece)).rejects.toMatchObject({ code: "piece_not_found" });
    expect((await listMarking(staff)).toMark.map(({ id }) => id)).not.toContain(piece);
  });
});
