import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { requireAnotherAdmin } from "./keep-an-admin";

/** Shuts a person out at once, everywhere. Throws not_found, or last_admin. */
export async function disableUser(actor: Actor, userId: string): Promise<void> {
  requireAdmin(actor);
  await db().$transaction(async (tx) => {
    await requireAnotherAdmin(tx, requireId(userId));
    const { count } = await tx.user.updateMany({
      where: { id: requireId(userId) },
      data: { disabledAt: new Date(), sessionVersion: { increment: 1 } },
    });
    if (count !== 1) throw notFound();
    await recordAudit(tx, actor, { action: "user.disabled", subject: `user:${userId}` });
  });
}

/** Lets a disabled person sign in again; earlier sessions stay ended. */
export async function enableUser(actor: Actor, userId: string): Promise<void> {
  requireAdmin(actor);
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: requireId(userId) },
      data: { disabledAt: null },
    });
    if (count !== 1) throw notFound();
    await recordAudit(tx, actor, { action: "user.enabled", subject: `user:${userId}` });
  });
}
