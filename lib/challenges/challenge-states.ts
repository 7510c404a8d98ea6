import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/platform/db";

/** new: nothing submitted; tried: submitted, never passed. */
export type ChallengeState = "new" | "tried" | "passed";

/** The actor's state in every challenge he submitted to, by slug; empty for a visitor. */
export async function challengeStates(actor: Actor): Promise<Map<string, ChallengeState>> {
  if (actor.kind !== "user") return new Map();
  const rows = await db().$queryRaw<{ slug: string; passed: boolean }[]>`
    SELECT c.slug, bool_or(s.verdict = 'passed') IS TRUE AS passed
    FROM "Submission" s JOIN "Challenge" c ON c.id = s."challengeId"
    WHERE s."userId" = ${actor.userId}::uuid GROUP BY c.slug`;
  return new Map(rows.map(({ slug, passed }) => [slug, passed ? "passed" : "tried"]));
}
