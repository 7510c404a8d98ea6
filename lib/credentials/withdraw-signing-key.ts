import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { draftKeys, lockKeys, storeMissingKeys } from "./ensure-signing-keys";
import { ALGORITHMS } from "./signing-key";

/**
 * Publishes a key no more, since somebody else may have it: nothing that it signed verifies from
 * now on. A new one takes its place where it still signed. Throws signing_key_not_found.
 */
export async function withdrawSigningKey(actor: Actor, id: string): Promise<void> {
  requireAdmin(actor);
  const signing = await db().signingKey.findFirst({ where: { id, retiredAt: null } });
  const drafts = await draftKeys(ALGORITHMS.filter((one) => one === signing?.algorithm));
  await db().$transaction(async (tx) => {
    await lockKeys(tx);
    const key = await tx.signingKey.findFirst({ where: { id, withdrawnAt: null } });
    if (!key) throw notFound("signing_key_not_found");
    const at = new Date();
    await tx.signingKey.update({
      where: { id },
      data: { withdrawnAt: at, retiredAt: key.retiredAt ?? at, sealed: null },
    });
    await recordAudit(tx, actor, { action: "signing_key.withdrawn", subject: `signing_key:${id}` });
    await storeMissingKeys(tx, drafts);
  });
}
