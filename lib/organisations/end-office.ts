import type { Db } from "@/lib/platform/db";

/** Ends what an owner left open: links into the organisation and keys to the API. */
export async function endOffice(tx: Db, organisationId: string, userId: string): Promise<void> {
  const own = { organisationId, createdById: userId };
  await tx.organisationInvitation.deleteMany({ where: { ...own, acceptedAt: null } });
  await tx.organisationToken.updateMany({
    where: { ...own, revokedAt: null },
    data: { revokedAt: new Date() },
  });
}
