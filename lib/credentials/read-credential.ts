import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { LEVELS } from "@/lib/measurement/parameters";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { bilingual, skillEstimate } from "./credential-input";

export const credentialFigures = {
  ...{ id: true, achievement: true, level: true, title: true, estimates: true, issuedAt: true },
  ...{ validUntil: true, revokedAt: true, revocationReason: true },
} as const;

const stored = z.looseObject({
  level: z.enum(LEVELS),
  title: bilingual,
  estimates: z.array(skillEstimate),
});

/** A row with its stored JSON as what it is. */
export const typedCredential = <Row extends object>(row: Row) => ({
  ...row,
  ...pick(stored.parse(row)),
});

const pick = ({ level, title, estimates }: z.infer<typeof stored>) => ({ level, title, estimates });

/**
 * A credential as it was issued, for whoever knows its id: its holder gives that away, and nobody
 * can guess it. Throws credential_not_found.
 */
export async function readCredential(id: string) {
  const found = await db().credential.findUnique({
    where: { id: requireId(id, "credential_not_found") },
    select: { ...credentialFigures, document: true, jwtEdDsa: true, jwtRs256: true },
  });
  if (!found) throw notFound("credential_not_found");
  return typedCredential(found);
}

/** The actor's own credentials, newest first, revoked ones too. */
export async function listCredentials(actor: Actor) {
  const { userId } = requireUser(actor);
  const found = await db().credential.findMany({
    where: { userId },
    orderBy: { issuedAt: "desc" },
    select: credentialFigures,
  });
  return found.map(typedCredential);
}
