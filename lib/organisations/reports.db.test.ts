import { beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { type OpenedOrganisation, openOrganisation } from "@/lib/testing/talent";
import { decideReport } from "./decide-report";
import { listReports } from "./list-reports";
import { readOrganisation } from "./read-organisation";
import { reportAbuse } from "./report-abuse";

let works: OpenedOrganisation;
let reporter: UserActor;
let openingId: string;

beforeEach(async () => {
  works = await openOrganisation();
  reporter = await signedIn();
  const { id } = await db().opening.create({
    data: {
      ...{ organisationId: works.organisationId, status: "open", public: true },
      publishedAt: new Date(),
    },
  });
  openingId = id;
});

const report = (change = {}) =>
  reportAbuse(reporter, {
    ...{ organisationId: works.organisationId, openingId, reason: "fraud", text: "Pay first." },
    ...change,
  });

/** A candidate to whom the organisation wrote. */
async function writtenTo(): Promise<{ candidate: UserActor; messageId: string }> {
  const candidate = await signedIn();
  const { userId } = candidate;
  await db().candidate.create({ data: { userId } });
  const { id: candidacyId } = await db().candidacy.create({ data: { openingId, userId } });
  const { id: messageId } = await db().message.create({
    data: { candidacyId, fromCandidate: false, text: "Send us your bank card." },
  });
  return { candidate, messageId };
}

describe("reporting abuse", () => {
  it("brings it before the admins, once: a second report amends the first", async () => {
    const { id } = await report();
    expect(await report({ text: "They asked again." })).toEqual({ id });
    const { reports } = await listReports(await signedIn("admin"), { limit: 100 });
    expect(reports.filter((row) => row.id === id)).toMatchObject([{ text: "They asked again." }]);
  });

  it("of a message is for who received it alone", async () => {
    const { candidate, messageId } = await writtenTo();
    const about = { organisationId: works.organisationId, openingId, messageId, reason: "fraud" };
    await expect(report({ messageId })).rejects.toMatchObject({ kind: "not_found" });
    await expect(reportAbuse(candidate, about)).resolves.toMatchObject({ id: expect.any(String) });
  });

  it("names things that belong together and that the person can see", async () => {
    const other = await openOrganisation();
    const draft = await db().opening.create({ data: { organisationId: works.organisationId } });
    const missing = { kind: "not_found" };
    await expect(report({ organisationId: other.organisationId })).rejects.toMatchObject(missing);
    await expect(report({ openingId: draft.id })).rejects.toMatchObject(missing);
  });

  it("has a reason; something else has to be said", async () => {
    await expect(report({ reason: "dislike" })).rejects.toMatchObject({
      issues: [{ code: "report_reason" }],
    });
    await expect(report({ reason: "other", text: "" })).rejects.toMatchObject({
      issues: [{ path: "text", code: "report_text" }],
    });
  });

  it("ends after ten a day, and is for the signed in", async () => {
    for (let n = 0; n < 10; n += 1) await report();
    await expect(report()).rejects.toMatchObject({ code: "rate_limited" });
    const visitor = { kind: "visitor", address: "198.51.100.1" } as const;
    await expect(reportAbuse(visitor, {})).rejects.toMatchObject({ code: "not_signed_in" });
  });
});

describe("deciding a report", () => {
  const letters = async ({ userId }: UserActor) =>
    (await db().mailMessage.findMany({ where: { userId } })).map(({ text }) => text).join("\n");

  it("may close the opening; reporter and owners are told, each what is his", async () => {
    const { id } = await report();
    await decideReport(await signedIn("admin"), id, {
      ...{ outcome: "close_opening", answer: "You are right; it is closed." },
    });
    const opening = await db().opening.findUniqueOrThrow({ where: { id: openingId } });
    expect(opening).toMatchObject({ status: "closed", public: false });
    expect(await letters(reporter)).toContain("You are right; it is closed.");
    const { name } = await db().user.findUniqueOrThrow({ where: { id: reporter.userId } });
    const told = await letters(works.owner);
    expect(told).not.toBe("");
    expect(told).not.toContain(name);
  });

  it("may suspend the organisation, with the answer as the reason", async () => {
    const { id } = await report();
    await decideReport(await signedIn("admin"), id, { outcome: "suspend", answer: "Fraud." });
    expect(await readOrganisation(works.owner, works.slug)).toMatchObject({
      ...{ status: "suspended", suspendedWhy: "Fraud." },
    });
  });

  it("that is dismissed tells the reporter alone, and is decided once", async () => {
    const { id } = await report();
    const admin = await signedIn("admin");
    await decideReport(admin, id, { outcome: "dismiss", answer: "Nothing wrong was found." });
    expect(await letters(works.owner)).toBe("");
    const again = decideReport(admin, id, { outcome: "suspend", answer: "Changed my mind." });
    await expect(again).rejects.toMatchObject({ code: "report_closed" });
    expect(await readOrganisation(works.owner, works.slug)).toMatchObject({ status: "verified" });
  });

  it("needs an answer and something to close, and changes nothing without", async () => {
    const { id } = await report({ openingId: "" });
    const admin = await signedIn("admin");
    await expect(decideReport(admin, id, { outcome: "uphold", answer: "" })).rejects.toMatchObject({
      issues: [{ path: "answer" }],
    });
    const nothing = decideReport(admin, id, { outcome: "close_opening", answer: "Closed." });
    await expect(nothing).rejects.toMatchObject({ issues: [{ code: "outcome_opening" }] });
    expect(await db().abuseReport.findUnique({ where: { id } })).toMatchObject({ status: "open" });
  });

  it("is for admins alone", async () => {
    const { id } = await report();
    for (const actor of [works.owner, reporter, await signedIn("author")]) {
      await expect(listReports(actor)).rejects.toMatchObject({ kind: "not_found" });
      const attempt = decideReport(actor, id, { outcome: "dismiss", answer: "No." });
      await expect(attempt).rejects.toMatchObject({ kind: "not_found" });
    }
  });
});
