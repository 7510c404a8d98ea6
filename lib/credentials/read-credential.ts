import { validate } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

const figures = {
  ...{ id: true, achievement: true, level: true, estimates: true, issuedAt: true },
  ...{ validUntil: true, revokedAt: true, revocationReason: true },
} as const;

/**
 * A credential as it was issued, for whoever knows its id: its holder gives that away, and nobody
 * can guess it. Throws credential_not_found.
 */
export async function readCredential(id: string) {
  const found = validate(id)
    ? await db().credential.findUnique({
        where: { id },
        select: { ...figures, document: true, jwtEdDsa: true, jwtRs256: true },
      })
    : null;
  if (!found) throw notFound("credential_not_found");
  return found;
}

/** The actor's own credentials, newest first, revoked ones too. */
export async function listCredentials(actor: Actor) {
  const { userId } = requireUser(actor);
  return db().credential.findMany({
    where: { userId },
    orderBy: { issuedAt: "desc" },
    select: figures,
  });
}
