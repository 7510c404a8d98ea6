import type { Actor } from "@/lib/auth/actor";
import type { Db } from "@/lib/platform/db";
import type { Prisma } from "@/lib/platform/prisma/client";

export type Act = {
  /** Noun and past participle, e.g. "user.role_changed". */
  action: string;
  /** Kind and id, e.g. "user:0190…": never a name or an address. */
  subject: string;
  data?: Prisma.InputJsonObject;
};

/** Appends to the audit log, in the caller's transaction. */
export async function recordAudit(tx: Db, actor: Actor, act: Act): Promise<void> {
  const actorId = actor.kind === "user" ? actor.userId : null;
  const token = actor.kind === "organisation" ? { token: actor.tokenId } : {};
  await tx.auditEvent.create({
    data: { actorId, action: act.action, subject: act.subject, data: { ...act.data, ...token } },
  });
}
