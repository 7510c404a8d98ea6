import { z } from "zod";
import { emailField } from "@/lib/accounts/fields";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { newSecret } from "@/lib/auth/one-time-secret";
import { requireSession } from "@/lib/auth/policies";
import { sendMail } from "@/lib/mail/send-mail";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { lockOrganisation } from "./lock-organisation";
import { MEMBER_ROLES } from "./membership";
import { readOrganisation } from "./read-organisation";
import { takeShare } from "./take-share";

const INVITATION_DAYS = 7;

const invitationFields = z.object({
  email: emailField,
  role: z.enum(MEMBER_ROLES, { error: "role_unknown" }),
  locale: z.enum(["en", "zh"]).catch("en"),
});

/**
 * An owner invites somebody by mail; an earlier invitation of the address ends. The letter of an
 * organisation that is not verified says so. Throws member_already, organisation_suspended,
 * organisation_limit or InputError.
 */
export async function inviteMember(actor: Actor, slug: string, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const { email, role, locale } = parseFields(invitationFields, input);
  const { id, status } = await readOrganisation(actor, slug, ["owner"]);
  await takeShare(`member_invitations${status === "verified" ? "" : "_unverified"}`, id);
  const { secret, hash } = newSecret();
  const name = await db().$transaction(async (tx) => {
    const organisation = await lockOrganisation(tx, actor, slug);
    const organisationId = organisation.id;
    if (organisation.status === "suspended") {
      throw new DomainError("conflict", "organisation_suspended");
    }
    if ((await tx.member.count({ where: { organisationId, user: { email } } })) > 0) {
      throw new DomainError("conflict", "member_already");
    }
    await tx.organisationInvitation.deleteMany({
      where: { organisationId, email, acceptedAt: null },
    });
    const expiresAt = new Date(Date.now() + INVITATION_DAYS * DAY_MS);
    await tx.organisationInvitation.create({
      data: { organisationId, email, role, tokenHash: hash, createdById: userId, expiresAt },
    });
    const subject = `organisation:${organisationId}`;
    await recordAudit(tx, actor, { action: "member.invited", subject, data: { role } });
    return organisation.name;
  });
  const reader = await db().user.findUnique({ where: { email }, select: { locale: true } });
  await sendMail(null, email, {
    ...{ kind: "memberInvitation", locale: reader?.locale ?? locale },
    ...{ path: `/hire/join?token=${secret}`, params: { organisation: name, status } },
  });
}

/** An owner takes an invitation back. Throws not_found. */
export async function withdrawInvitation(actor: Actor, slug: string, id: string): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id: organisationId } = await lockOrganisation(tx, actor, slug);
    const { count } = await tx.organisationInvitation.deleteMany({
      where: { id: requireId(id), organisationId, acceptedAt: null },
    });
    if (count !== 1) throw notFound();
    const subject = `organisation:${organisationId}`;
    await recordAudit(tx, actor, { action: "member.invitation_withdrawn", subject });
  });
}
