import {
  ORGANISATION_SCOPES,
  type OrganisationActor,
  type OrganisationScope,
} from "@/lib/auth/actor";
import { hashSecret } from "@/lib/auth/one-time-secret";
import { db } from "@/lib/platform/db";

/** By it a program, and whoever finds a token, knows what it is. */
export const TOKEN_PREFIX = "tso_";

const MINUTE = 60_000;

const isScope = (value: string): value is OrganisationScope =>
  ORGANISATION_SCOPES.some((scope) => scope === value);

/** The organisation that a token speaks for, or null; notes its use to the minute. */
export async function actorOfOrganisationToken(secret: string): Promise<OrganisationActor | null> {
  const now = new Date();
  const token = await db().organisationToken.findFirst({
    where: {
      ...{ tokenHash: hashSecret(secret), revokedAt: null, expiresAt: { gt: now } },
      // It ends with its maker's account, and with his office (see endOffice).
      createdBy: { disabledAt: null },
      organisation: { status: { not: "suspended" } },
    },
    select: { id: true, organisationId: true, scopes: true, lastUsedAt: true },
  });
  if (!token) return null;
  if (!token.lastUsedAt || now.getTime() - token.lastUsedAt.getTime() > MINUTE) {
    await db().organisationToken.updateMany({ where: { id: token.id }, data: { lastUsedAt: now } });
  }
  const { id, organisationId, scopes } = token;
  return { kind: "organisation", organisationId, tokenId: id, scopes: scopes.filter(isScope) };
}
