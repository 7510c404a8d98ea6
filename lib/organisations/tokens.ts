import { z } from "zod";
import { nameField } from "@/lib/accounts/fields";
import { recordAudit } from "@/lib/audit/record-audit";
import { type Actor, ORGANISATION_SCOPES } from "@/lib/auth/actor";
import { newSecret } from "@/lib/auth/one-time-secret";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { takePoint } from "@/lib/platform/rate-limit";
import { TOKEN_PREFIX } from "./actor-of-token";
import { TOKENS } from "./limits";
import { lockOrganisation } from "./lock-organisation";
import { readOrganisation } from "./read-organisation";

const tokenFields = z.object({
  name: nameField.max(60, "name_long"),
  scopes: z.array(z.enum(ORGANISATION_SCOPES, { error: "scope_unknown" })).min(1, "scope_none"),
  days: z.coerce
    .number({ error: "days_range" })
    .int("days_range")
    .min(1, "days_range")
    .max(365, "days_range"),
});

/** A new token of the organisation, by an owner; `secret` is shown this once. */
export async function createOrganisationToken(
  actor: Actor,
  slug: string,
  input: unknown,
): Promise<{ id: string; secret: string }> {
  const { userId } = requireSession(actor);
  const { name, scopes, days } = parseFields(tokenFields, input);
  const organisation = await readOrganisation(actor, slug, ["owner"]);
  await takePoint(TOKENS, organisation.id);
  const { secret, hash } = newSecret(TOKEN_PREFIX);
  return db().$transaction(async (tx) => {
    const { id: organisationId } = await lockOrganisation(tx, actor, slug);
    const { id } = await tx.organisationToken.create({
      data: {
        ...{ organisationId, createdById: userId, name, scopes: [...new Set(scopes)] },
        ...{ tokenHash: hash, tail: secret.slice(-4) },
        expiresAt: new Date(Date.now() + days * DAY_MS),
      },
    });
    await recordAudit(tx, actor, {
      ...{ action: "organisation.token_created", subject: `organisation:${organisationId}` },
      data: { token: id, scopes },
    });
    return { id, secret };
  });
}

/** The organisation's tokens that are not revoked, newest first, for its owners. */
export async function listOrganisationTokens(actor: Actor, slug: string) {
  const { id } = await readOrganisation(actor, slug, ["owner"]);
  return db().organisationToken.findMany({
    where: { organisationId: id, revokedAt: null },
    select: {
      ...{ id: true, name: true, tail: true, scopes: true, createdAt: true, expiresAt: true },
      ...{ lastUsedAt: true, createdBy: { select: { name: true } } },
    },
    orderBy: { id: "desc" },
  });
}

/** Any owner ends any of its tokens at once. Throws not_found. */
export async function revokeOrganisationToken(
  actor: Actor,
  slug: string,
  tokenId: string,
): Promise<void> {
  await db().$transaction(async (tx) => {
    const { id: organisationId } = await lockOrganisation(tx, actor, slug);
    const { count } = await tx.organisationToken.updateMany({
      where: { id: requireId(tokenId), organisationId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count !== 1) throw notFound();
    await recordAudit(tx, actor, {
      ...{ action: "organisation.token_revoked", subject: `organisation:${organisationId}` },
      data: { token: tokenId },
    });
  });
}
