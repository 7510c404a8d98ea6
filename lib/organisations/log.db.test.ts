import { describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db";
import { signedIn } from "@/lib/testing/fixtures";
import { addMember, openOrganisation } from "@/lib/testing/talent";
import { changeMemberRole } from "./change-member-role";
import { suspendOrganisation } from "./judge-organisation";
import { readLog } from "./read-log";

describe("an organisation's log", () => {
  it("tells its owners what was done, by whom and to whom, and names no admin", async () => {
    const { owner, slug, organisationId } = await openOrganisation();
    const { userId } = await addMember(organisationId, "recruiter");
    await changeMemberRole(owner, slug, { userId, role: "hiring_manager" });
    await suspendOrganisation(await signedIn("admin"), organisationId, { reason: "Spam." });
    const named = await db().user.findMany({ where: { id: { in: [userId, owner.userId] } } });
    const nameOf = (id: string) => named.find((user) => user.id === id)?.name;
    const { events } = await readLog(owner, slug);
    expect(events).toMatchObject([
      { action: "organisation.suspended", actor: null, reason: "Spam." },
      {
        ...{ action: "member.role_changed", actor: nameOf(owner.userId) },
        ...{ about: nameOf(userId), role: "hiring_manager" },
      },
    ]);
  });

  it("comes in pages", async () => {
    const { owner, slug, organisationId } = await openOrganisation();
    const subject = `organisation:${organisationId}`;
    await db().auditEvent.createMany({
      data: [1, 2, 3].map((n) => ({ action: `act.${n}`, subject })),
    });
    const first = await readLog(owner, slug, { limit: 2 });
    const second = await readLog(owner, slug, { limit: 2, cursor: first.next ?? "" });
    expect([first.events.length, second.events.length, second.next]).toEqual([2, 1, null]);
  });

  it("does not exist for other members, other owners and outsiders", async () => {
    const { slug, member } = await openOrganisation({ role: "recruiter" });
    for (const actor of [member, (await openOrganisation()).owner, await signedIn("admin")]) {
      await expect(readLog(actor, slug)).rejects.toMatchObject({ kind: "not_found" });
    }
  });

  it("can be neither changed nor shortened", async () => {
    const { id } = await db().auditEvent.create({ data: { action: "kept", subject: "test:1" } });
    await db().$executeRaw`UPDATE "AuditEvent" SET "action" = 'other' WHERE "id" = ${id}::uuid`;
    await db().$executeRaw`DELETE FROM "AuditEvent" WHERE "id" = ${id}::uuid`;
    expect(await db().auditEvent.findUnique({ where: { id } })).toMatchObject({ action: "kept" });
  });
});
