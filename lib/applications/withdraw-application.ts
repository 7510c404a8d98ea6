import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";

/**
 * Takes an application back: from now on the organisation does not see him beside the opening, and
 * his name is hidden again, unless he accepted an invitation there. What he wrote and showed is
 * deleted. Throws not_found.
 */
export async function withdrawApplication(actor: Actor, id: string): Promise<void> {
  const { userId } = requireSession(actor);
  await db().$transaction(async (tx) => {
    const where = { id: requireId(id), userId, status: "sent" as const };
    const found = await tx.application.findFirst({ where, select: { openingId: true } });
    if (!found) throw notFound();
    await tx.application.update({
      where: { id: where.id },
      data: {
        ...{ status: "withdrawn", withdrawnAt: new Date() },
        ...{ text: "", credentials: [], submissions: [] },
      },
    });
    await tx.candidacy.updateMany({
      where: {
        ...{ openingId: found.openingId, userId },
        NOT: { invitation: { status: "accepted" } },
      },
      data: { unmaskedAt: null },
    });
  });
}
