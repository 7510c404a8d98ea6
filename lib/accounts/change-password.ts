import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { hashPassword } from "@/lib/auth/password";
import { passwordIssue } from "@/lib/auth/password-strength";
import type { SessionClaims } from "@/lib/auth/session";
import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";
import { InputError } from "@/lib/platform/errors";
import { confirmPerson, type Proof } from "./confirm-person";

/** Sets another password and ends every session; returns the claims of the one that goes on. */
export async function changePassword(
  actor: Actor,
  proof: Proof,
  newPassword: string,
): Promise<SessionClaims> {
  const user = await confirmPerson(actor, proof);
  const issue = await passwordIssue(newPassword, [user.email, user.name], "newPassword");
  if (issue) throw new InputError([issue]);
  const passwordHash = await hashPassword(newPassword);
  const { sessionVersion } = await db().$transaction(async (tx) => {
    await tx.emailToken.deleteMany({ where: { userId: user.id, purpose: "reset_password" } });
    const act = { action: "user.password_changed", subject: `user:${user.id}` };
    await recordAudit(tx, actor, act);
    return tx.user.update({
      where: { id: user.id },
      data: { passwordHash, sessionVersion: { increment: 1 } },
      select: { sessionVersion: true },
    });
  });
  await sendMail(user.id, user.email, {
    kind: "passwordChanged",
    locale: user.locale,
    path: "/forgot",
  });
  return { userId: user.id, sessionVersion };
}
