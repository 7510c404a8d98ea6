import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { endOffice } from "./end-office";
import { lockOrganisation, requireAnotherOwner } from "./lock-organisation";
import { MEMBER_ROLES } from "./membership";

const change = z.object({
  userId: z.uuid("member_not_found"),
  role: z.enum(MEMBER_ROLES, { error: "role_unknown" }),
});

/** An owner gives a member another role, at once. Throws member_not_found or last_owner. */
export async function changeMemberRole(actor: Actor, slug: string, input: unknown): Promise<void> {
  const { userId, role } = parseFields(change, input);
  await db().$transaction(async (tx) => {
    const { id } = await lockOrganisation(tx, actor, slug);
    const key = { organisationId: id, userId };
    const member = await tx.member.findUnique({ where: { organisationId_userId: key } });
    if (!member) throw notFound("member_not_found");
    if (member.role === role) return;
    if (member.role === "owner") {
      await requireAnotherOwner(tx, id, userId);
      await endOffice(tx, id, userId);
    }
    await tx.member.update({ where: { organisationId_userId: key }, data: { role } });
    await recordAudit(tx, actor, {
      ...{ action: "member.role_changed", subject: `organisation:${id}` },
      data: { member: userId, from: member.role, to: role },
    });
  });
}
