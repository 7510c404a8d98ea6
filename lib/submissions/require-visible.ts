import type { Actor } from "@/lib/auth/actor";
import { visibleSubmissions } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

/** Throws submission_not_found unless the actor may see it. */
export async function requireVisible(actor: Actor, id: string): Promise<void> {
  const where = { AND: [{ id }, visibleSubmissions(actor)] };
  const found = await db().submission.findFirst({ where, select: { id: true } });
  if (!found) throw notFound("submission_not_found");
}
