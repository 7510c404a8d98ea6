import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { requireAnotherAdmin } from "./keep-an-admin";

const roleFields = z.object({
  userId: z.uuid({ error: "not_found" }),
  role: z.enum(["learner", "author", "admin"], { error: "role_unknown" }),
});

/** Gives a person another role. Throws not_found, or last_admin. */
export async function changeRole(actor: Actor, input: unknown): Promise<void> {
  requireAdmin(actor);
  const { userId, role } = parseFields(roleFields, input);
  await db().$transaction(async (tx) => {
    if (role !== "admin") await requireAnotherAdmin(tx, userId);
    const { count } = await tx.user.updateMany({ where: { id: userId }, data: { role } });
    if (count !== 1) throw notFound();
    const subject = `user:${userId}`;
    await recordAudit(tx, actor, { action: "user.role_changed", subject, data: { role } });
  });
}
