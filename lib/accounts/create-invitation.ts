import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { newSecret } from "@/lib/auth/one-time-secret";
import { requireAdmin } from "@/lib/auth/policies";
import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";
import { publicUrl } from "@/lib/platform/env";
import { parseFields } from "@/lib/platform/parse-fields";
import { emailField } from "./fields";

const LIFETIME_MS = 7 * 24 * 60 * 60 * 1000;

const invitationFields = z.object({
  role: z.enum(["learner", "author", "admin"], { error: "role_unknown" }),
  email: z
    .literal("")
    .transform(() => null)
    .or(emailField)
    .nullish(),
  locale: z.enum(["en", "zh"]).catch("en"),
});

/** The link of a new invitation, also sent by mail when an address is given. */
export async function createInvitation(actor: Actor, input: unknown): Promise<{ link: string }> {
  requireAdmin(actor);
  const { role, email, locale } = parseFields(invitationFields, input);
  const { secret, hash } = newSecret();
  await db().$transaction(async (tx) => {
    const invitation = await tx.invitation.create({
      data: {
        tokenHash: hash,
        role,
        email: email ?? null,
        createdById: actor.kind === "user" ? actor.userId : null,
        expiresAt: new Date(Date.now() + LIFETIME_MS),
      },
    });
    const subject = `invitation:${invitation.id}`;
    await recordAudit(tx, actor, { action: "invitation.created", subject, data: { role } });
  });
  const path = `/invitation?token=${secret}`;
  if (email) await sendMail(null, email, { kind: "invitation", locale, path });
  return { link: `${publicUrl()}${path}` };
}
