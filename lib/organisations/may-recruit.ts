import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";
import { memberOf, RECRUITING } from "./membership";

/** Whether the actor may search, write to candidates and edit openings in an organisation. */
export async function mayRecruit(actor: Actor, organisationId: string): Promise<boolean> {
  const where = { AND: [{ id: organisationId }, memberOf(actor, RECRUITING)] };
  return (await db().organisation.count({ where })) > 0;
}
