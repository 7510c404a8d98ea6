import { expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { openCandidate } from "@/lib/testing/candidates";
import { signedIn } from "@/lib/testing/fixtures";
import { recordViews } from "./record-views";

it("counts what one organisation saw on one day, and keeps reasons apart", async () => {
  const [one, two, member] = [await openCandidate(), await openCandidate(), await signedIn()];
  const outsider = await signedIn();
  const organisation = await db().organisation.create({
    data: { slug: "views", name: "Views", domainCode: "x" },
  });
  const viewer = { organisationId: organisation.id, openingId: null, memberId: member.userId };
  const ids = [one.userId, two.userId, outsider.userId];
  await recordViews(db(), viewer, ids, "listed");
  await recordViews(db(), viewer, [one.userId, one.userId], "listed");
  await recordViews(db(), viewer, [one.userId], "unmasked", "First talk");
  await recordViews(db(), viewer, [one.userId], "unmasked", "Second talk");
  await recordViews(db(), viewer, [], "opened");
  const rows = await db().candidateView.findMany({ orderBy: { id: "asc" } });
  const today = new Date().toISOString().slice(0, 10);
  expect(rows.map(({ userId, kind, count, reason }) => [userId, kind, count, reason])).toEqual(
    expect.arrayContaining([
      [one.userId, "listed", 2, ""],
      [two.userId, "listed", 1, ""],
      [one.userId, "unmasked", 1, "First talk"],
      [one.userId, "unmasked", 1, "Second talk"],
    ]),
  );
  expect(rows).toHaveLength(4);
  expect(rows[0]?.day.toISOString().slice(0, 10)).toBe(today);
});
