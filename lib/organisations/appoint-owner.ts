import { z } from "zod";
import { emailField } from "@/lib/accounts/fields";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { InputError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";

/** An admin gives an organisation without an owner a new one. Throws not_found, owner_present. */
export async function appointOwner(actor: Actor, id: string, input: unknown): Promise<void> {
  requireAdmin(actor);
  const { email } = parseFields(z.object({ email: emailField }), input);
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`
      SELECT 1 FROM "Organisation" WHERE "id" = ${requireId(id)}::uuid FOR UPDATE`;
    const found = await tx.organisation.findUnique({
      where: { id },
      select: { members: { where: { role: "owner" }, take: 1 } },
    });
    if (!found) throw notFound();
    if (found.members.length > 0) {
      throw new InputError([{ path: "email", code: "owner_present" }]);
    }
    const user = await tx.user.findFirst({
      where: { email, disabledAt: null, emailVerifiedAt: { not: null } },
    });
    if (!user) throw new InputError([{ path: "email", code: "account_missing" }]);
    const key = { organisationId: id, userId: user.id };
    await tx.member.upsert({
      where: { organisationId_userId: key },
      create: { ...key, role: "owner" },
      update: { role: "owner" },
    });
    await recordAudit(tx, actor, {
      ...{ action: "organisation.owner_appointed", subject: `organisation:${id}` },
      data: { member: user.id },
    });
  });
}
