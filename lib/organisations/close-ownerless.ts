import { recordAudit } from "@/lib/audit/record-audit";
import type { Db } from "@/lib/platform/db";

/** Kept in the place of a reason; shown in the reader's language. */
export const OWNERLESS = "ownerless";

/**
 * Before a person's account goes: organisations that he alone owns are suspended, since nobody
 * could answer for them any more, and their openings close. An admin may appoint another owner.
 */
export async function closeOwnerless(tx: Db, userId: string): Promise<void> {
  const owned = await tx.member.findMany({ where: { userId, role: "owner" } });
  for (const { organisationId } of owned) {
    await tx.$queryRaw`SELECT 1 FROM "Organisation" WHERE "id" = ${organisationId}::uuid FOR UPDATE`;
    const others = await tx.member.count({
      where: { organisationId, role: "owner", userId: { not: userId } },
    });
    if (others === 0) await close(tx, organisationId);
  }
}

async function close(tx: Db, id: string): Promise<void> {
  await tx.organisation.updateMany({
    where: { id, status: { not: "suspended" } },
    data: { status: "suspended", suspendedWhy: OWNERLESS },
  });
  await tx.opening.updateMany({
    where: { organisationId: id, status: { not: "closed" } },
    data: { status: "closed" },
  });
  const act = { action: "organisation.closed_ownerless", subject: `organisation:${id}` };
  await recordAudit(tx, { kind: "system" }, act);
}
