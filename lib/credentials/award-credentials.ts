import { type CredentialRule, credentialRules } from "@/lib/content/credential-rules";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { awardCredential } from "./award-credential";
import { EVIDENCE_WITHDRAWN, heldCredentials, type Known } from "./held-credentials";
import { type Issuer, ownIssuer } from "./issuer";
import { shortfalls } from "./meets-rule";
import { type KnownStanding, readStanding } from "./read-standing";
import { reissueUpheld } from "./reissue-upheld";
import { revokeWithdrawn } from "./revoke-withdrawn";

/** So long before it ends, a credential that is still deserved is issued anew. */
const RENEWED_BEFORE_MS = 60 * DAY_MS;

/**
 * Issues what a learner has earned, and revokes what rests on evidence that was withdrawn and is
 * earned no longer; a skill that merely fades keeps what it had until that ends. What a person
 * revoked is issued again by a person's decision alone. Nothing is issued while the installation
 * has no public address.
 */
export async function awardCredentials(userId: string): Promise<void> {
  await db().$transaction(
    async (tx) => {
      // Two at a time would each find that the learner holds none.
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`credentials:${userId}`}, 0))`;
      const issuer = ownIssuer();
      const standing = await readStanding(userId);
      if (issuer) await reissueUpheld(userId);
      for (const rule of await credentialRules()) await judge(userId, rule, standing, issuer);
    },
    { timeout: 60_000 },
  );
}

async function judge(
  userId: string,
  rule: CredentialRule,
  standing: KnownStanding,
  issuer: Issuer | null,
): Promise<void> {
  const known = await heldCredentials(userId, rule.slug);
  if (shortfalls(rule, standing).length > 0) {
    await revokeWithdrawn(known, standing);
  } else if (issuer && isOpen(known[0])) {
    const earlier = known.map(({ id }) => id);
    await awardCredential(issuer, userId, rule, standing, earlier);
  }
}

/** Whether another may be issued after the latest one. */
function isOpen(latest: Known | undefined): boolean {
  if (!latest) return true;
  if (latest.revokedAt) return latest.revocationReason === EVIDENCE_WITHDRAWN;
  return latest.validUntil !== null && latest.validUntil.getTime() - Date.now() < RENEWED_BEFORE_MS;
}
