import type { Actor } from "@/lib/auth/actor";
import { requireAdmin } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { modelOf } from "./active-model";
import { estimatesOf, rowOf } from "./measure-learner";

const COMPARED = ["mean", "sd", "low", "high", "above", "responses", "items"] as const;

export type ReplayedEstimate = {
  skill: string;
  model: string;
  computedAt: Date;
  /** Shown in logits. */
  stored: { mean: number; low: number; high: number };
  /** Null where the evidence behind it is gone. */
  replayed: { mean: number; low: number; high: number } | null;
  /** Whether every figure came out the same to the last digit that is kept. */
  agrees: boolean;
};

/**
 * Computes a person's estimates again from the evidence on record, each by the model and at the time
 * that it names, and compares digit for digit. Evidence that came or went since then makes it differ.
 * `person`: id or address. Throws user_not_found.
 */
export async function replayEstimates(actor: Actor, person: string): Promise<ReplayedEstimate[]> {
  requireAdmin(actor);
  const user = await db().user.findFirst({
    where: person.includes("@")
      ? { email: person.trim().toLowerCase() }
      : { id: requireId(person, "user_not_found") },
    select: { id: true },
  });
  if (!user) throw notFound("user_not_found");
  const rows = await db().skillEstimate.findMany({
    where: { userId: user.id },
    orderBy: { skillSlug: "asc" },
  });
  // As a rule all were computed together, and one computation answers for them all.
  const computed = new Map<string, Awaited<ReturnType<typeof estimatesOf>>>();
  const found: ReplayedEstimate[] = [];
  for (const { skillSlug, modelId, computedAt, ...stored } of rows) {
    const key = `${modelId} ${computedAt.getTime()}`;
    const all =
      computed.get(key) ??
      (await estimatesOf(db(), user.id, await modelOf(db(), modelId), computedAt));
    computed.set(key, all);
    const again = all.get(skillSlug);
    const replayed = again ? rowOf(again) : null;
    found.push({
      ...{ skill: skillSlug, model: modelId, computedAt },
      stored: { mean: stored.mean, low: stored.low, high: stored.high },
      replayed: replayed && { mean: replayed.mean, low: replayed.low, high: replayed.high },
      agrees:
        replayed !== null &&
        COMPARED.every((one) => canonical(stored[one]) === canonical(replayed[one])),
    });
  }
  return found;
}

/** Text of a figure or of figures by name, whatever order the names came in. */
const canonical = (value: unknown): string =>
  typeof value === "object" && value !== null
    ? JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : JSON.stringify(value);
