import { beforeEach, describe, expect, it } from "vitest";
import type { UserActor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { openOrganisation } from "@/lib/testing/talent";
import { createOrganisation, OWNED_MAX } from "./create-organisation";
import { listOwn } from "./list-own";
import { readOrganisation } from "./read-organisation";

let founder: UserActor;

beforeEach(async () => {
  founder = await signedIn();
  await confirm(founder);
});

const confirm = ({ userId }: UserActor) =>
  db().user.update({ where: { id: userId }, data: { emailVerifiedAt: new Date() } });

describe("founding an organisation", () => {
  it("makes its founder the owner of one that nobody has verified", async () => {
    const { slug } = await createOrganisation(founder, { name: "Founded Works" });
    expect(await readOrganisation(founder, slug)).toMatchObject({
      ...{ name: "Founded Works", role: "owner", status: "unverified" },
    });
  });

  it("gives two of one name two addresses", async () => {
    const one = await createOrganisation(founder, { name: "Twin Works" });
    const two = await createOrganisation(founder, { name: "Twin Works" });
    expect(one.slug).toBe("twin-works");
    expect(two.slug).toMatch(/^twin-works-[0-9a-f]{6}$/);
  });

  it("waits until the mail address is confirmed", async () => {
    const attempt = createOrganisation(await signedIn(), { name: "Nobody" });
    await expect(attempt).rejects.toMatchObject({ code: "email_unverified" });
  });

  it("stops at three, of five at once too", async () => {
    const all = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((n) => createOrganisation(founder, { name: `Many ${n}` })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(OWNED_MAX);
    const [refused] = all.filter((result) => result.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "organisations_enough" });
  });

  it.each([
    ["javascript:alert(1)", "website"],
    ["example.org", "website"],
    ["https://localhost", "website"],
  ])("refuses %s as its website", async (website, path) => {
    const attempt = createOrganisation(founder, { name: "Works", website });
    await expect(attempt).rejects.toMatchObject({ issues: [{ path, code: "website_invalid" }] });
  });

  it("is nothing for a token", async () => {
    const attempt = createOrganisation({ ...founder, scopes: [] }, { name: "Works" });
    await expect(attempt).rejects.toMatchObject({ code: "session_only" });
  });
});

describe("an organisation", () => {
  it("does not exist for an outsider, nor for the owner of another one", async () => {
    const { slug } = await openOrganisation();
    const other = await openOrganisation();
    for (const actor of [await signedIn(), await signedIn("admin"), other.owner]) {
      const attempt = readOrganisation(actor, slug);
      await expect(attempt).rejects.toMatchObject({ code: "organisation_not_found" });
    }
  });

  it("shows a member his own role, and does not exist in a role that he has not", async () => {
    const { slug, member } = await openOrganisation({ role: "hiring_manager" });
    expect(await readOrganisation(member, slug)).toMatchObject({ role: "hiring_manager" });
    const attempt = readOrganisation(member, slug, ["owner", "recruiter"]);
    await expect(attempt).rejects.toMatchObject({ kind: "not_found" });
  });

  it("that asks for a second factor is locked for a member without", async () => {
    const { slug, member } = await openOrganisation({ requiresTotp: true, role: "recruiter" });
    await expect(readOrganisation(member, slug)).rejects.toMatchObject({ kind: "not_found" });
    expect(await listOwn(member)).toMatchObject([{ slug, locked: true }]);
    await db().totpFactor.create({
      data: { userId: member.userId, sealed: new Uint8Array(1), confirmedAt: new Date() },
    });
    expect(await readOrganisation(member, slug)).toMatchObject({ role: "recruiter" });
    expect(await listOwn(member)).toMatchObject([{ slug, locked: false }]);
  });
});
