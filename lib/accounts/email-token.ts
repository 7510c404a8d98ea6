import { hashSecret, newSecret } from "@/lib/auth/one-time-secret";
import { type Db, db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import type { EmailTokenPurpose } from "@/lib/platform/prisma/enums";

const HOUR = 60 * 60 * 1000;
const LIFETIME: Record<EmailTokenPurpose, number> = {
  verify_email: 48 * HOUR,
  reset_password: HOUR,
  change_email: 24 * HOUR,
};

type Target = { userId: string; purpose: EmailTokenPurpose; email: string };

/** The secret of a new link; earlier links for the same purpose stop working. */
export async function issueEmailToken(tx: Db, { userId, purpose, email }: Target): Promise<string> {
  const { secret, hash } = newSecret();
  await tx.emailToken.deleteMany({ where: { userId, purpose } });
  await tx.emailToken.create({
    data: {
      userId,
      purpose,
      email,
      tokenHash: hash,
      expiresAt: new Date(Date.now() + LIFETIME[purpose]),
    },
  });
  return secret;
}

const usable = (secret: string, purpose: EmailTokenPurpose) => ({
  tokenHash: hashSecret(secret),
  purpose,
  usedAt: null,
  expiresAt: { gt: new Date() },
});

const spent = () => new DomainError("gone", "link_spent");

/** Whom an unused link is for. Throws link_spent when used, expired or unknown. */
export async function readEmailToken(secret: string, purpose: EmailTokenPurpose) {
  const token = await db().emailToken.findFirst({
    where: usable(secret, purpose),
    select: { userId: true, email: true },
  });
  if (!token) throw spent();
  return token;
}

/** Uses the link up; of two at once one wins. Throws link_spent. */
export async function spendEmailToken(tx: Db, secret: string, purpose: EmailTokenPurpose) {
  const { count } = await tx.emailToken.updateMany({
    where: usable(secret, purpose),
    data: { usedAt: new Date() },
  });
  if (count !== 1) throw spent();
}
