import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { confirmPerson, type Proof } from "./confirm-person";
import { erasePerson } from "./erase-person";
import { requireAnotherAdmin } from "./keep-an-admin";

/**
 * Deletes the person and all that is his at once, without the days of grace. The audit log keeps his id, which nothing leads from to
 * a name any more. Throws what confirmPerson throws, or last_admin.
 */
export async function deleteAccount(actor: Actor, proof: Proof): Promise<void> {
  const person = await confirmPerson(actor, proof);
  await db().$transaction(async (tx) => {
    await requireAnotherAdmin(tx, person.id);
    await erasePerson(tx, actor, person);
  });
}
