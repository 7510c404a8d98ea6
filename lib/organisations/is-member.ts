import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";

/** Whether the actor belongs to any organisation; a visitor does not. */
export async function isMember(actor: Actor): Promise<boolean> {
  if (actor.kind !== "user") return false;
  const { userId } = actor;
  return (await db().member.findFirst({ where: { userId }, select: { role: true } })) !== null;
}
