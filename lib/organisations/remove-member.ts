import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { type Db, db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { endOffice } from "./end-office";
import { lockOrganisation, requireAnotherOwner } from "./lock-organisation";
import { MEMBER_ROLES } from "./membership";

/** An owner removes a member, at once. Throws member_not_found or last_owner. */
export async function removeMember(actor: Actor, slug: string, userId: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id } = await lockOrganisation(tx, actor, slug);
    await endMembership(tx, id, requireId(userId, "member_not_found"));
    await recordAudit(tx, actor, {
      ...{ action: "member.removed", subject: `organisation:${id}`, data: { member: userId } },
    });
  });
}

/** Any member leaves. Throws last_owner: another one has to take over first. */
export async function leaveOrganisation(actor: Actor, slug: string): Promise<void> {
  const { userId } = requireSession(actor);
  await db().$transaction(async (tx) => {
    const { id } = await lockOrganisation(tx, actor, slug, MEMBER_ROLES);
    await endMembership(tx, id, userId);
    await recordAudit(tx, actor, { action: "member.left", subject: `organisation:${id}` });
  });
}

async function endMembership(tx: Db, organisationId: string, userId: string): Promise<void> {
  const key = { organisationId_userId: { organisationId, userId } };
  const member = await tx.member.findUnique({ where: key });
  if (!member) throw notFound("member_not_found");
  if (member.role === "owner") await requireAnotherOwner(tx, organisationId, userId);
  await tx.member.delete({ where: key });
  await endOffice(tx, organisationId, userId);
  // They hold candidates' ids, and would go on sending letters.
  await tx.savedSearch.deleteMany({ where: { organisationId, userId } });
}
