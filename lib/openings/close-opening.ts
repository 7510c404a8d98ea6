import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { openingChanged } from "./opening-changed";
import { type OpeningRef, ownOpening } from "./opening-where";

/**
 * Closes an open opening: nobody finds it or applies any more. One that is closed stays so, and what
 * never was open has nothing to close. Throws opening_not_found.
 */
export async function closeOpening(actor: Actor, ref: OpeningRef): Promise<void> {
  await db().$transaction(async (tx) => {
    const opening = await tx.opening.findFirst({
      where: { ...ownOpening(actor, ref, RECRUITING), status: { not: "draft" } },
      select: { id: true, organisationId: true, status: true },
    });
    if (!opening) throw notFound("opening_not_found");
    if (opening.status === "closed") return;
    await tx.opening.update({ where: { id: opening.id }, data: { status: "closed" } });
    await recordAudit(tx, actor, {
      ...{ action: "opening.closed", subject: `organisation:${opening.organisationId}` },
      data: { opening: opening.id },
    });
    await openingChanged(tx, opening.id);
  });
}
