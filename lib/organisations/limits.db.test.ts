import { describe, expect, it } from "vitest";
import { readCandidacy } from "@/lib/hiring/read-candidacy";
import { db } from "@/lib/platform/db";
import { shortlisted } from "@/lib/testing/candidacies";
import { signedIn } from "@/lib/testing/fixtures";
import { employer, member } from "@/lib/testing/openings";
import { openOrganisation } from "@/lib/testing/talent";
import { inviteMember } from "./invite-member";
import { ORGANISATION_LIMITS, type OrganisationLimit } from "./limits";
import { listLimitsReached } from "./list-limits-reached";
import { readLog } from "./read-log";
import { LIMIT_REACHED, takeShare } from "./take-share";

/** Takes all that there is. */
async function exhaust(limit: OrganisationLimit, organisationId: string, memberId?: string) {
  for (let at = 0; at < ORGANISATION_LIMITS[limit].points; at++) {
    await takeShare(limit, organisationId, memberId);
  }
}

const letters = (userId: string) =>
  db().mailMessage.findMany({ where: { userId }, orderBy: { id: "asc" } });

describe("an organisation's limit", () => {
  it("refuses with the time that it takes, and tells owners and the log once a day", async () => {
    const { organisationId, slug, owner } = await openOrganisation();
    await exhaust("invitations", organisationId);
    for (let turn = 0; turn < 3; turn++) {
      await expect(takeShare("invitations", organisationId)).rejects.toMatchObject({
        ...{ kind: "rate_limited", code: "organisation_limit" },
        params: { points: 20, hours: 24, period: "day" },
      });
    }
    const { events } = await readLog(owner, slug);
    expect(events).toMatchObject([{ action: LIMIT_REACHED, limit: "invitations", actor: null }]);
    const [letter, ...more] = await letters(owner.userId);
    expect(more).toEqual([]);
    expect(letter?.text).toContain("has reached a limit today: invitations to talk.");
  });

  it("by member leaves the others theirs", async () => {
    const { organisationId } = await openOrganisation();
    const [one, other] = [await signedIn(), await signedIn()];
    await exhaust("exports", organisationId, one.userId);
    await expect(takeShare("exports", organisationId, one.userId)).rejects.toMatchObject({
      kind: "rate_limited",
    });
    await takeShare("exports", organisationId, other.userId);
  });

  it("stops who opens candidate after candidate, and not his colleague", async () => {
    const by = await employer();
    const { ref } = await shortlisted(by);
    const colleague = await member(by.id, "recruiter");
    await exhaust("candidates_member", by.id, by.owner.userId);
    await expect(readCandidacy(by.owner, ref)).rejects.toMatchObject({
      code: "organisation_limit",
    });
    expect(await readCandidacy(colleague, ref)).toMatchObject({ stage: "shortlisted" });
    expect(await db().candidateView.count({ where: { memberId: by.owner.userId } })).toBe(0);
  });
});

describe("organisations that reach limits", () => {
  it("are shown to admins alone, by the days on which they did", async () => {
    const [often, once] = [await openOrganisation(), await openOrganisation()];
    const event = (organisationId: string, limit: string, days: number) => ({
      ...{ action: LIMIT_REACHED, subject: `organisation:${organisationId}`, data: { limit } },
      at: new Date(Date.now() - days * 24 * 60 * 60 * 1000),
    });
    await db().auditEvent.createMany({
      data: [
        ...[event(once.organisationId, "drafts", 0), event(once.organisationId, "drafts", 40)],
        ...[1, 2, 3].map((days) => event(often.organisationId, "rankings", days)),
        event(often.organisationId, "messages", 1),
      ],
    });
    const ids = [often.organisationId, once.organisationId];
    const listed = await listLimitsReached(await signedIn("admin"));
    expect(listed.filter(({ id }) => ids.includes(id))).toMatchObject([
      { id: often.organisationId, days: 3, limits: ["messages", "rankings"] },
      { id: once.organisationId, days: 1, limits: ["drafts"] },
    ]);
    await expect(listLimitsReached(often.owner)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("an organisation that nobody has verified", () => {
  const invite = ({ owner, slug }: Awaited<ReturnType<typeof openOrganisation>>, at: number) =>
    inviteMember(owner, slug, {
      ...{ email: `guest${at}-${slug}@example.org`, role: "recruiter", locale: "en" },
    });

  it("invites five people a day, in letters that say so and begin with no name of its choice", async () => {
    const works = await openOrganisation({ verified: false });
    await db().organisation.update({
      where: { id: works.organisationId },
      data: { name: "Your account is closed" },
    });
    for (let at = 0; at < 5; at++) await invite(works, at);
    await expect(invite(works, 5)).rejects.toMatchObject({ code: "organisation_limit" });
    const sent = await db().mailMessage.findMany({
      where: { recipient: { endsWith: `-${works.slug}@example.org` } },
    });
    expect(sent).toHaveLength(5);
    for (const { subject, text } of sent) {
      expect(subject).toBe("An invitation to an organisation on Touchstone");
      expect(text).toContain("Nobody has verified this organisation");
    }
  });

  it("once verified invites more, by its name", async () => {
    const works = await openOrganisation();
    for (let at = 0; at < 6; at++) await invite(works, at);
    const letter = await db().mailMessage.findFirst({
      where: { recipient: `guest5-${works.slug}@example.org` },
    });
    expect(letter?.subject).toMatch(/^You are invited to Works/);
    expect(letter?.text).not.toContain("verified");
  });
});
