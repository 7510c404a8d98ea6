import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { closeAttempt } from "./close-attempt";

/** Hands in an attempt. Again gives the same submission. Throws attempt_not_found. */
export async function finishAttempt(actor: Actor, id: string): Promise<{ submission: string }> {
  const { userId } = requireUser(actor);
  const own = await db().quizAttempt.findFirst({ where: { id, userId }, select: { id: true } });
  if (!own) throw notFound("attempt_not_found");
  return { submission: await closeAttempt(id) };
}
