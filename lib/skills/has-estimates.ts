import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

/** Whether anything is known of the actor's skills yet. */
export async function hasEstimates(actor: Actor): Promise<boolean> {
  const { userId } = requireUser(actor);
  const one = await db().skillEstimate.findFirst({ where: { userId }, select: { userId: true } });
  return one !== null;
}
