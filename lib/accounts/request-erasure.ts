import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { mailLocale } from "@/lib/mail/letters";
import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { notFound } from "@/lib/platform/errors";
import { confirmPerson, type Proof } from "./confirm-person";
import { endAllAccess } from "./end-access";
import { requireAnotherAdmin } from "./keep-an-admin";

/** Days in which the person can take it back. */
export const GRACE_DAYS = 14;

/**
 * Takes the person out of everybody's sight at once, ends his sessions and tokens, and erases him
 * after the days of grace. Until then he can sign in to take it back or to fetch his data. Throws
 * what confirmPerson throws, or last_admin.
 */
export async function requestErasure(actor: Actor, proof: Proof): Promise<Date> {
  const { id, email, locale } = await confirmPerson(actor, proof);
  const eraseAt = new Date(Date.now() + GRACE_DAYS * DAY_MS);
  await db().$transaction(async (tx) => {
    await requireAnotherAdmin(tx, id);
    await tx.user.update({ where: { id }, data: { eraseAt } });
    await endAllAccess(tx, id);
    await recordAudit(tx, actor, { action: "user.erasure_requested", subject: `user:${id}` });
  });
  const date = new Intl.DateTimeFormat(mailLocale(locale), { dateStyle: "long" }).format(eraseAt);
  await sendMail(id, email, { kind: "erasureAsked", locale, path: "/sign-in", params: { date } });
  return eraseAt;
}

/** The leaving person stays after all, as he was. Throws not_found where he is not leaving. */
export async function cancelErasure(actor: Actor): Promise<void> {
  const { userId } = requireSession(actor);
  await db().$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({
      where: { id: userId, eraseAt: { not: null } },
      data: { eraseAt: null },
    });
    if (count !== 1) throw notFound();
    await recordAudit(tx, actor, { action: "user.erasure_cancelled", subject: `user:${userId}` });
  });
}
