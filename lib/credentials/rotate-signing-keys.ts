import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { draftKeys, lockKeys, storeMissingKeys } from "./ensure-signing-keys";
import { ALGORITHMS } from "./signing-key";

/**
 * Puts new keys in the place of those that sign. The old ones verify what they signed; their
 * private halves are gone. Returns the ids of the old ones.
 */
export async function rotateSigningKeys(actor: Actor): Promise<string[]> {
  requireAdmin(actor);
  const drafts = await draftKeys(ALGORITHMS);
  return db().$transaction(async (tx) => {
    await lockKeys(tx);
    const old = await tx.signingKey.updateManyAndReturn({
      where: { retiredAt: null },
      data: { retiredAt: new Date(), sealed: null },
      select: { id: true },
    });
    for (const { id } of old) {
      await recordAudit(tx, actor, { action: "signing_key.retired", subject: `signing_key:${id}` });
    }
    await storeMissingKeys(tx, drafts);
    return old.map(({ id }) => id);
  });
}
