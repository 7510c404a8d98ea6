import { db } from "@/lib/platform/db";

/** Why the installation itself revokes; people have reasons of their own. */
export const EVIDENCE_WITHDRAWN = "evidence_withdrawn";

/** All that a learner was ever issued for a rule, the latest first. */
export const heldCredentials = (userId: string, achievement: string) =>
  db().credential.findMany({
    where: { userId, achievement },
    orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
    select: {
      ...{ id: true, submissions: true, validUntil: true },
      ...{ revokedAt: true, revocationReason: true },
    },
  });

export type Known = Awaited<ReturnType<typeof heldCredentials>>[number];
