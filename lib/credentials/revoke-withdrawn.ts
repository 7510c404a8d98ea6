import { db } from "@/lib/platform/db";
import { EVIDENCE_WITHDRAWN, type Known } from "./held-credentials";
import type { KnownStanding } from "./read-standing";
import { revokeCredential } from "./revoke-credential";

/** Revokes those of a learner's credentials that rest on something which counts no longer. */
export async function revokeWithdrawn(
  known: readonly Known[],
  { shown }: KnownStanding,
): Promise<void> {
  const now = new Date();
  // What has ended is worth nothing any more, and its holder need not be troubled.
  const open = known.filter(
    ({ revokedAt, validUntil }) => revokedAt === null && (validUntil === null || validUntil > now),
  );
  const standing = await db().skillEvidence.findMany({
    where: {
      submissionId: { in: open.flatMap(({ submissions }) => submissions) },
      similarity: { not: "upheld" },
    },
    select: { submissionId: true },
  });
  const left = new Set([
    ...standing.map(({ submissionId }) => submissionId),
    ...shown.map(({ submission }) => submission),
  ]);
  for (const { id, submissions } of open) {
    if (submissions.every((one) => left.has(one))) continue;
    await revokeCredential({ kind: "system" }, id, { reason: EVIDENCE_WITHDRAWN });
  }
}
