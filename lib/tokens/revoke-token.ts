import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";

/** Ends a token of one's own at once. Throws not_found for anybody else's. */
export async function revokeToken(actor: Actor, tokenId: string): Promise<void> {
  const { userId } = requireSession(actor);
  await db().$transaction(async (tx) => {
    const { count } = await tx.accessToken.updateMany({
      where: { id: requireId(tokenId), userId, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    if (count !== 1) throw notFound();
    await recordAudit(tx, actor, { action: "token.revoked", subject: `token:${tokenId}` });
  });
}
