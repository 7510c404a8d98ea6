import { randomBytes } from "node:crypto";
import { renderSVG } from "uqr";
import { confirmPerson, type Proof } from "@/lib/accounts/confirm-person";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { publicUrl } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { seal, unseal } from "@/lib/platform/seal";
import { mailFactor } from "./mail-factor";
import { newRecoveryCodes } from "./recovery-codes";
import { sealOf, takeCodeIn } from "./take-code";
import { base32, otpauthAddress, SECRET_BYTES } from "./totp";

/**
 * Begins to set up a second factor; it counts once a first code was right. Throws what
 * confirmPerson throws, or totp_set_up.
 */
export async function startSecondFactor(actor: Actor, proof: Proof): Promise<void> {
  const { id } = await confirmPerson(actor, proof);
  const sealed = seal(sealOf(id), randomBytes(SECRET_BYTES));
  await db().$transaction(async (tx) => {
    await tx.totpFactor.deleteMany({ where: { userId: id, confirmedAt: null } });
    const { count } = await tx.totpFactor.createMany({
      data: { userId: id, sealed },
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("conflict", "totp_set_up");
  });
}

/** How the person's second factor stands; while it is being set up, with what the app needs. */
export async function readSecondFactor(actor: Actor) {
  const { userId } = requireSession(actor);
  const factor = await db().totpFactor.findUnique({
    where: { userId },
    include: { user: { select: { email: true } } },
  });
  if (!factor) return { state: "off" as const };
  const { confirmedAt, recoveryHashes, sealed, user } = factor;
  if (confirmedAt) {
    return { state: "on" as const, since: confirmedAt, recoveryCodes: recoveryHashes.length };
  }
  const secret = unseal(sealOf(userId), sealed);
  const issuer = `Touchstone ${new URL(publicUrl()).hostname}`;
  const address = otpauthAddress(secret, user.email, issuer);
  const spelt = (base32(secret).match(/.{4}/g) ?? []).join(" ");
  return { state: "starting" as const, address, spelt, qr: renderSVG(address, { border: 2 }) };
}

/**
 * Switches the second factor on by a first right code; the recovery codes are shown this once.
 * Throws code_wrong or rate_limited.
 */
export async function confirmSecondFactor(
  actor: Actor,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  const { userId } = requireSession(actor);
  const { codes, hashes } = newRecoveryCodes();
  await takeCodeIn(userId, code, { confirmed: false, recovery: false }, async (tx) => {
    await tx.totpFactor.update({
      where: { userId },
      data: { confirmedAt: new Date(), recoveryHashes: hashes },
    });
    await recordAudit(tx, actor, { action: "user.second_factor_on", subject: `user:${userId}` });
  });
  await mailFactor("secondFactorOn", userId);
  return { recoveryCodes: codes };
}

/** New recovery codes for a code of the app; the old ones are void. Throws code_wrong. */
export async function renewRecoveryCodes(
  actor: Actor,
  code: string,
): Promise<{ recoveryCodes: string[] }> {
  const { userId } = requireSession(actor);
  const { codes, hashes } = newRecoveryCodes();
  await takeCodeIn(userId, code, { confirmed: true, recovery: false }, async (tx) => {
    await tx.totpFactor.update({ where: { userId }, data: { recoveryHashes: hashes } });
    const act = { action: "user.recovery_codes_renewed", subject: `user:${userId}` };
    await recordAudit(tx, actor, act);
  });
  return { recoveryCodes: codes };
}
