import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { DomainError } from "@/lib/platform/errors";
import { type Limit, takePoint } from "@/lib/platform/rate-limit";
import { mailCredential } from "./mail-credential";
import { readOwnCredential } from "./read-own-credential";

const COPIES: Limit = { name: "credential-copy", points: 5, seconds: 3600 };

/**
 * Sends the actor a copy of his credential, to his own address alone. Throws credential_not_found,
 * credential_revoked and rate_limited.
 */
export async function mailOwnCredential(actor: Actor, id: string): Promise<void> {
  const { userId } = requireUser(actor);
  const { revokedAt } = await readOwnCredential(actor, id);
  if (revokedAt) throw new DomainError("conflict", "credential_revoked");
  await takePoint(COPIES, userId);
  await mailCredential("credentialCopy", id);
}
