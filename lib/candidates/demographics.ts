import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { parseFields } from "@/lib/platform/parse-fields";
import { recordConsents } from "./record-consents";

/** Categories of the EEO-1 Component 1 report. */
export const SEXES = ["female", "male"] as const;
export const ETHNICITIES = [
  "hispanic",
  "white",
  "black",
  "islander",
  "asian",
  "native",
  "several",
] as const;

const told = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.union([z.literal(""), z.enum(values)], { error: "choice_unknown" });

const fields = z.object({ sex: told(SEXES), ethnicity: told(ETHNICITIES) });

/**
 * Keeps what the actor tells of himself for adverse-impact reports, with his consent. Nothing told:
 * nothing is kept.
 */
export async function saveDemographics(actor: Actor, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const facts = parseFields(fields, input);
  if (facts.sex === "" && facts.ethnicity === "") return withdrawDemographics(actor);
  await db().$transaction(async (tx) => {
    await tx.candidate.upsert({ where: { userId }, create: { userId }, update: {} });
    const before = await tx.demographics.findUnique({ where: { userId } });
    await tx.demographics.upsert({
      where: { userId },
      create: { userId, ...facts },
      update: { ...facts, consentedAt: new Date() },
    });
    // The log says that he agreed, never what he told.
    await recordConsents(tx, userId, { demographics: before !== null }, { demographics: true });
  });
}

/** Forgets all of it. */
export async function withdrawDemographics(actor: Actor): Promise<void> {
  const { userId } = requireSession(actor);
  await db().$transaction(async (tx) => {
    const { count } = await tx.demographics.deleteMany({ where: { userId } });
    if (count > 0) await recordConsents(tx, userId, {}, { demographics: false });
  });
}
