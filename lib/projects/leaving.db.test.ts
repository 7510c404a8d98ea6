import { expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { exportOwnData } from "@/lib/accounts/export-own-data";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { openAccount, PASSWORD } from "@/lib/testing/accounts";
import { signedIn } from "@/lib/testing/fixtures";
import {
  calibrate,
  handInAlone,
  judgeQueued,
  marksAt,
  publishProject,
  REPORT,
} from "@/lib/testing/project";
import { allocateNow } from "./allocate-waiting";
import { closeOverdueReviews } from "./close-overdue-reviews";
import { readResult } from "./read-result";
import { sendReview } from "./save-review";
import { sendStaffMarks } from "./staff-marks";

const proof = { password: PASSWORD, signedInAt: 0 };

/** Three authors, one of whom has an account that can be deleted; each reviews one other. */
async function round(slug: string) {
  await publishProject(slug);
  const { actor: leaving } = await openAccount(`${slug}@example.org`);
  const staff = await signedIn("author");
  const people = [leaving, await signedIn(), await signedIn()];
  const works = new Map<string, { actor: UserActor; piece: string; submission: string }>();
  for (const actor of people) {
    works.set(actor.userId, { actor, ...(await handInAlone(actor, slug)) });
  }
  await allocateNow(staff, slug);
  const review = await db().review.findFirstOrThrow({ where: { reviewerId: leaving.userId } });
  const read = [...works.values()].find(({ piece }) => piece === review.pieceId);
  const own = works.get(leaving.userId);
  if (!read || !own) throw new Error("no such work");
  return { leaving, staff, own, review, read };
}

it("an erased reviewer leaves his marks without the person", async () => {
  const { leaving, staff, review, read } = await round("marks-stay");
  await calibrate(leaving, read.piece);
  await sendReview(leaving, review.id, marksAt(3));
  await deleteAccount(leaving, proof);
  expect(await db().review.findUniqueOrThrow({ where: { id: review.id } })).toMatchObject({
    reviewerId: null,
    marks: marksAt(3),
  });
  await sendStaffMarks(staff, read.piece, marksAt(3));
  await judgeQueued();
  const { score, reviews } = await readResult(read.actor, read.submission);
  expect(score).toBe(0.75);
  expect(reviews).toHaveLength(2);
});

it("a review that an erased reviewer owed is waited for no longer", async () => {
  const { leaving, staff, read } = await round("owed");
  await sendStaffMarks(staff, read.piece, marksAt(2));
  await deleteAccount(leaving, proof);
  await closeOverdueReviews();
  await judgeQueued();
  expect((await readResult(read.actor, read.submission)).score).toBe(0.5);
});

it("an erased author's work goes, with what was written of it", async () => {
  const { leaving, own } = await round("work-goes");
  await deleteAccount(leaving, proof);
  expect(await db().piece.count({ where: { id: own.piece } })).toBe(0);
  expect(await db().review.count({ where: { pieceId: own.piece } })).toBe(0);
  expect(await db().submission.count({ where: { id: own.submission } })).toBe(0);
});

it("an export has one's work, reviews and what reviewers wrote, and nobody else's name", async () => {
  const { leaving, staff, own, review, read } = await round("exported");
  await calibrate(leaving, read.piece);
  await sendReview(leaving, review.id, marksAt(3));
  const before = await exportOwnData(leaving);
  expect(before.person.pieces[0]?.piece).toMatchObject({ report: REPORT, reviews: [] });
  expect(before.person.reviews).toMatchObject([{ marks: marksAt(3) }]);
  expect(before.person.calibration).toHaveLength(2);
  await sendStaffMarks(staff, own.piece, marksAt(4));
  await closeOverdueReviews(new Date(Date.now() + 30 * 86_400_000));
  await judgeQueued();
  const after = await exportOwnData(leaving);
  expect(after.person.pieces[0]?.piece.reviews).toMatchObject([
    { role: "staff", marks: marksAt(4) },
  ]);
  const text = JSON.stringify(after);
  for (const { userId } of [staff, read.actor]) expect(text).not.toContain(userId);
});
