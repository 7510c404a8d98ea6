import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { answerNoSoonerThan } from "@/lib/auth/answer-time";
import { requireUser } from "@/lib/auth/policies";
import { sendMail } from "@/lib/mail/send-mail";
import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { parseFields } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { confirmPerson, type Proof } from "./confirm-person";
import { readEmailToken, spendEmailToken } from "./email-token";
import { emailField } from "./fields";
import { ANSWER_FLOOR_MS, limitKey, MAIL_ACCOUNT } from "./limits";
import { mailChange } from "./mail-links";

/** Asks the new address to confirm. A taken one gets another letter; the answer is the same. */
export async function changeEmail(actor: Actor, proof: Proof, input: unknown): Promise<void> {
  const { email } = parseFields(z.object({ email: emailField }), input);
  const user = await confirmPerson(actor, proof);
  await takePoint(MAIL_ACCOUNT, limitKey("change", user.id));
  await answerNoSoonerThan(ANSWER_FLOOR_MS, () => mailChange(user, email));
}

/** The address a link would move the signed-in person's account to. Throws link_spent. */
export async function readEmailChange(actor: Actor, secret: string): Promise<string> {
  const { userId } = requireUser(actor);
  const token = await readEmailToken(secret, "change_email");
  if (token.userId !== userId) throw new DomainError("gone", "link_spent");
  return token.email;
}

/**
 * Moves the account to the confirmed address and tells the old one. Only its own session may:
 * a mistyped address must not hand the account to whoever reads that mailbox.
 */
export async function confirmEmailChange(actor: Actor, secret: string): Promise<void> {
  const email = await readEmailChange(actor, secret);
  const { userId } = requireUser(actor);
  const before = await db().user.findUniqueOrThrow({ where: { id: userId } });
  await db().$transaction(async (tx) => {
    await spendEmailToken(tx, secret, "change_email");
    await moveTo(tx, userId, email);
    await tx.emailToken.deleteMany({ where: { userId, usedAt: null } });
    await recordAudit(tx, actor, { action: "user.email_changed", subject: `user:${userId}` });
  });
  await sendMail(userId, before.email, {
    kind: "changeNotice",
    locale: before.locale,
    params: { address: email },
  });
}

/** Throws address_taken, also when somebody takes it at the same moment. */
async function moveTo(tx: Db, userId: string, email: string): Promise<void> {
  try {
    await tx.user.update({ where: { id: userId }, data: { email, emailVerifiedAt: new Date() } });
  } catch (error) {
    if ((error as { code?: unknown }).code !== "P2002") throw error;
    throw new DomainError("conflict", "address_taken");
  }
}
