import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DomainError, notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { writtenText } from "./written-text";

/** Days after a revocation in which its holder may object, and days that a person has to answer. */
export const OBJECT_WITHIN_DAYS = 60;
export const ANSWER_WITHIN_DAYS = 14;

const TEXT_MIN = 40;
export const TEXT_MAX = 4_000;

type Revoked = { revokedAt: Date | null; appeal: unknown };

/** Whether a holder may still object. */
export const mayAppeal = ({ revokedAt, appeal }: Revoked, now: Date): boolean =>
  revokedAt !== null &&
  appeal === null &&
  now.getTime() - revokedAt.getTime() <= OBJECT_WITHIN_DAYS * DAY_MS;

export const answerDue = ({ createdAt }: { createdAt: Date }): Date =>
  new Date(createdAt.getTime() + ANSWER_WITHIN_DAYS * DAY_MS);

/**
 * A holder's reasoned objection to a revocation, once a credential. Throws credential_not_found,
 * revocation_appeal_closed or InputError.
 */
export async function appealRevocation(actor: Actor, id: string, text: string): Promise<void> {
  const { userId } = requireUser(actor);
  const missing = { code: "appeal_short", min: TEXT_MIN };
  const said = writtenText(text, { path: "text", max: TEXT_MAX, missing });
  const credential = await db().credential.findFirst({
    where: { id: requireId(id, "credential_not_found"), userId },
    include: { appeal: true },
  });
  if (!credential) throw notFound("credential_not_found");
  if (!mayAppeal(credential, new Date())) {
    throw new DomainError("conflict", "revocation_appeal_closed");
  }
  const { count } = await db().credentialAppeal.createMany({
    data: { credentialId: id, text: said },
    skipDuplicates: true,
  });
  if (count === 0) throw new DomainError("conflict", "revocation_appeal_closed");
}
