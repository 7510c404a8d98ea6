import { beforeEach, describe, expect, it } from "vitest";
import { readAccount } from "@/lib/accounts/read-account";
import { requireScope } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { addMember, type OpenedOrganisation, openOrganisation } from "@/lib/testing/talent";
import { actorOfOrganisationToken } from "./actor-of-token";
import { changeMemberRole } from "./change-member-role";
import { createOrganisation } from "./create-organisation";
import { describeOrganisation, listOwnOpenings } from "./describe-organisation";
import { suspendOrganisation } from "./judge-organisation";
import { createOrganisationToken, listOrganisationTokens, revokeOrganisationToken } from "./tokens";
import { updateSettings } from "./update-settings";

const input = { name: "ats", days: 30, scopes: ["openings:read"] };
let works: OpenedOrganisation;

beforeEach(async () => {
  works = await openOrganisation({ role: "recruiter" });
});

const make = (change = {}) =>
  createOrganisationToken(works.owner, works.slug, { ...input, ...change });

async function actorOf(secret: string) {
  const actor = await actorOfOrganisationToken(secret);
  if (!actor) throw new Error("the token stands for nobody");
  return actor;
}

describe("an organisation's token", () => {
  it("reads its organisation and no other, within its scopes", async () => {
    const actor = await actorOf((await make()).secret);
    expect(requireScope(actor, "openings:read")).toBe(actor);
    expect(() => requireScope(actor, "candidates:read")).toThrow("scope_missing");
    expect(await describeOrganisation(actor, works.slug)).toMatchObject({ status: "verified" });
    const { slug } = await openOrganisation();
    for (const read of [describeOrganisation(actor, slug), listOwnOpenings(actor, slug, {})]) {
      await expect(read).rejects.toMatchObject({ code: "organisation_not_found" });
    }
  });

  it("is nobody in person, and manages nothing", async () => {
    const actor = await actorOf((await make()).secret);
    const signIn = { code: "not_signed_in" };
    await expect(readAccount(actor)).rejects.toMatchObject(signIn);
    await expect(createOrganisation(actor, { name: "Mine" })).rejects.toMatchObject(signIn);
    await expect(updateSettings(actor, works.slug, {})).rejects.toMatchObject(signIn);
    await expect(createOrganisationToken(actor, works.slug, input)).rejects.toMatchObject(signIn);
  });

  it("lists openings in pages", async () => {
    const actor = await actorOf((await make()).secret);
    const { organisationId } = works;
    for (const titleEn of ["one", "two", "three"]) {
      await db().opening.create({ data: { organisationId, titleEn } });
    }
    const first = await listOwnOpenings(actor, works.slug, { limit: 2 });
    const rest = await listOwnOpenings(actor, works.slug, { cursor: first.next ?? "" });
    const titles = [...first.openings, ...rest.openings].map(({ titleEn }) => titleEn);
    expect(titles).toEqual(["three", "two", "one"]);
  });

  it("ends when it is revoked or expires", async () => {
    const one = await make();
    const two = await make();
    expect(await listOrganisationTokens(works.owner, works.slug)).toHaveLength(2);
    await revokeOrganisationToken(works.owner, works.slug, one.id);
    await db().organisationToken.update({ where: { id: two.id }, data: { expiresAt: new Date() } });
    expect(await actorOfOrganisationToken(one.secret)).toBeNull();
    expect(await actorOfOrganisationToken(two.secret)).toBeNull();
  });

  it("ends with its maker's office, his account, and while the organisation is suspended", async () => {
    const { slug, owner, organisationId } = works;
    const { secret } = await make();
    const heir = await addMember(organisationId, "owner");
    const kept = await createOrganisationToken(heir, slug, input);
    await changeMemberRole(heir, slug, { userId: owner.userId, role: "recruiter" });
    expect(await actorOfOrganisationToken(secret)).toBeNull();
    await suspendOrganisation(await signedIn("admin"), organisationId, { reason: "Spam." });
    expect(await actorOfOrganisationToken(kept.secret)).toBeNull();
    await db().organisation.update({
      where: { id: organisationId },
      data: { status: "verified" },
    });
    await db().user.delete({ where: { id: heir.userId } });
    expect(await actorOfOrganisationToken(kept.secret)).toBeNull();
  });

  it("is made, listed and revoked by owners of its organisation alone", async () => {
    const { id } = await make();
    const absent = { code: "organisation_not_found" };
    const other = await openOrganisation();
    for (const actor of [works.member, other.owner, await signedIn()]) {
      await expect(createOrganisationToken(actor, works.slug, input)).rejects.toMatchObject(absent);
      await expect(listOrganisationTokens(actor, works.slug)).rejects.toMatchObject(absent);
      await expect(revokeOrganisationToken(actor, works.slug, id)).rejects.toMatchObject(absent);
    }
    const foreign = revokeOrganisationToken(other.owner, other.slug, id);
    await expect(foreign).rejects.toMatchObject({ kind: "not_found" });
  });

  it("has known scopes and a term", async () => {
    const attempt = make({ scopes: ["profile:read"], days: 400 });
    await expect(attempt).rejects.toMatchObject({
      issues: [{ code: "scope_unknown" }, { code: "days_range" }],
    });
  });
});
