import { beforeEach, describe, expect, it } from "vitest";
import { deleteAccount } from "@/lib/accounts/delete-account";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { mailedSecret } from "@/lib/testing/accounts";
import { signedIn } from "@/lib/testing/fixtures";
import { addMember, type OpenedOrganisation, openOrganisation } from "@/lib/testing/talent";
import { changeMemberRole } from "./change-member-role";
import { OWNERLESS } from "./close-ownerless";
import { inviteMember, withdrawInvitation } from "./invite-member";
import { joinOrganisation, readMemberInvitation } from "./join-organisation";
import { listMembers } from "./list-members";
import { listOwn } from "./list-own";
import { readOrganisation } from "./read-organisation";
import { leaveOrganisation, removeMember } from "./remove-member";

let works: OpenedOrganisation;
let guest: UserActor;
let email: string;

beforeEach(async () => {
  works = await openOrganisation({ role: "recruiter" });
  guest = await signedIn();
  const user = await db().user.findUniqueOrThrow({ where: { id: guest.userId } });
  email = user.email;
});

const absent = { code: "organisation_not_found" };

describe("an invitation into an organisation", () => {
  const invite = (role = "hiring_manager") =>
    inviteMember(works.owner, works.slug, { email, role, locale: "en" });

  it("makes the owner of the mailbox a member, once", async () => {
    await invite();
    const secret = await mailedSecret(email);
    expect(await readMemberInvitation(secret)).toMatchObject({ email, role: "hiring_manager" });
    expect(await joinOrganisation(guest, secret)).toEqual({ slug: works.slug });
    expect(await readOrganisation(guest, works.slug)).toMatchObject({ role: "hiring_manager" });
    await expect(joinOrganisation(guest, secret)).rejects.toMatchObject({ code: "link_spent" });
  });

  it("is nothing for whoever else holds its link", async () => {
    await invite();
    const attempt = joinOrganisation(await signedIn(), await mailedSecret(email));
    await expect(attempt).rejects.toMatchObject({ code: "invitation_other_address" });
  });

  it("ends when it is withdrawn, expires, is sent anew, or its maker is no owner", async () => {
    await invite();
    const first = await mailedSecret(email);
    await invite();
    await expect(readMemberInvitation(first)).rejects.toMatchObject({ code: "link_spent" });

    const second = await mailedSecret(email);
    const { invitations } = await listMembers(works.owner, works.slug);
    await withdrawInvitation(works.owner, works.slug, invitations[0]?.id ?? "");
    await expect(joinOrganisation(guest, second)).rejects.toMatchObject({ code: "link_spent" });

    await invite();
    const third = await mailedSecret(email);
    const heir = await addMember(works.organisationId, "owner");
    await changeMemberRole(heir, works.slug, { userId: works.owner.userId, role: "recruiter" });
    await expect(joinOrganisation(guest, third)).rejects.toMatchObject({ code: "link_spent" });

    await inviteMember(heir, works.slug, { email, role: "recruiter" });
    const fourth = await mailedSecret(email);
    await db().organisationInvitation.updateMany({
      where: { email },
      data: { expiresAt: new Date() },
    });
    await expect(joinOrganisation(guest, fourth)).rejects.toMatchObject({ code: "link_spent" });
  });

  it("comes from owners alone, and is not for members", async () => {
    const other = await openOrganisation();
    for (const actor of [works.member, guest, other.owner]) {
      const attempt = inviteMember(actor, works.slug, { email, role: "owner" });
      await expect(attempt).rejects.toMatchObject(absent);
    }
    await addMember(works.organisationId, "owner");
    const { members } = await listMembers(works.owner, works.slug);
    const known = members[0]?.private?.email ?? "";
    const again = inviteMember(works.owner, works.slug, { email: known, role: "recruiter" });
    await expect(again).rejects.toMatchObject({ code: "member_already" });
    const bad = inviteMember(works.owner, works.slug, { email: "nobody", role: "king" });
    await expect(bad).rejects.toMatchObject({
      issues: [{ code: "email_invalid" }, { code: "role_unknown" }],
    });
  });
});

describe("members", () => {
  it("see each other's names; owners alone see addresses", async () => {
    const seen = await listMembers(works.member, works.slug);
    expect(seen.members.map(({ role, private: details }) => [role, details])).toEqual([
      ["owner", null],
      ["recruiter", null],
    ]);
    const whole = await listMembers(works.owner, works.slug);
    expect(whole.members[1]?.private).toMatchObject({ secondFactor: false });
    await expect(listMembers(guest, works.slug)).rejects.toMatchObject(absent);
  });

  it("lose at once what they lose", async () => {
    const { slug, organisationId, owner, member } = works;
    await db().savedSearch.create({
      data: { organisationId, userId: member.userId, name: "mine", query: {} },
    });
    await removeMember(owner, slug, member.userId);
    await expect(readOrganisation(member, slug)).rejects.toMatchObject(absent);
    expect(await db().savedSearch.count({ where: { organisationId } })).toBe(0);
  });

  it("are changed and removed by owners of the same organisation alone", async () => {
    const other = await openOrganisation();
    const userId = works.owner.userId;
    for (const actor of [works.member, guest, other.owner]) {
      const change = changeMemberRole(actor, works.slug, { userId, role: "recruiter" });
      await expect(change).rejects.toMatchObject(absent);
      await expect(removeMember(actor, works.slug, userId)).rejects.toMatchObject(absent);
    }
    const stranger = removeMember(works.owner, works.slug, guest.userId);
    await expect(stranger).rejects.toMatchObject({ code: "member_not_found" });
  });

  it("never leave the organisation without an owner, even when two go at once", async () => {
    const { slug, owner, organisationId } = works;
    const alone = leaveOrganisation(owner, slug);
    await expect(alone).rejects.toMatchObject({ code: "last_owner" });
    const heir = await addMember(organisationId, "owner");
    const both = await Promise.allSettled([
      leaveOrganisation(owner, slug),
      removeMember(heir, slug, heir.userId),
    ]);
    expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db().member.count({ where: { organisationId, role: "owner" } })).toBe(1);
  });
});

describe("an account that goes", () => {
  it("closes the organisation that it alone owned, and no other", async () => {
    const { slug, owner, organisationId } = works;
    const shared = await openOrganisation();
    await db().member.create({
      data: { organisationId: shared.organisationId, userId: owner.userId, role: "owner" },
    });
    await db().opening.create({ data: { organisationId, status: "open" } });
    await deleteAccount(owner, { password: "", signedInAt: Date.now() / 1000 });
    expect(await readOrganisation(works.member, slug)).toMatchObject({
      ...{ status: "suspended", suspendedWhy: OWNERLESS },
    });
    expect(await db().opening.count({ where: { organisationId, status: "open" } })).toBe(0);
    expect(await listOwn(shared.owner)).toMatchObject([{ status: "verified" }]);
  });
});
