import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin, requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { mailFactor } from "./mail-factor";
import { takeCodeIn } from "./take-code";

/** Switches one's second factor off by a code of the app or a recovery code. Throws code_wrong. */
export async function endSecondFactor(actor: Actor, code: string): Promise<void> {
  const { userId } = requireSession(actor);
  await takeCodeIn(userId, code, { confirmed: true, recovery: true }, async (tx) => {
    await tx.totpFactor.delete({ where: { userId } });
    await recordAudit(tx, actor, { action: "user.second_factor_off", subject: `user:${userId}` });
  });
  await mailFactor("secondFactorOff", userId);
}

/** An admin switches it off for somebody who lost device and codes. Throws not_found. */
export async function liftSecondFactor(actor: Actor, userId: string): Promise<void> {
  requireAdmin(actor);
  await db().$transaction(async (tx) => {
    const { count } = await tx.totpFactor.deleteMany({ where: { userId: requireId(userId) } });
    if (count === 0) throw notFound();
    await recordAudit(tx, actor, {
      ...{ action: "user.second_factor_lifted", subject: `user:${userId}` },
    });
  });
  await mailFactor("secondFactorOff", userId);
}
