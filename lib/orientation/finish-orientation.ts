import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { advance } from "./advance";

/**
 * Ends an orientation early. What was answered counts, the open question does not. Again changes
 * nothing. Throws orientation_not_found.
 */
export async function finishOrientation(actor: Actor, id: string): Promise<{ ended: boolean }> {
  const { userId } = requireUser(actor);
  const { endedAt } = await advance(userId, id, true);
  return { ended: endedAt !== null };
}
