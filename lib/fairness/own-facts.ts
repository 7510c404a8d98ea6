import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { parseFields } from "@/lib/platform/parse-fields";
import { factFields } from "./facts";

/** What the person has told; null where nothing. */
export async function readFacts(actor: Actor) {
  const { userId } = requireSession(actor);
  return db().fairnessFacts.findUnique({
    where: { userId },
    select: { gender: true, ageBand: true, firstLanguage: true, way: true, updatedAt: true },
  });
}

/** Keeps what the person tells in place of what he told before. All left out: nothing is kept. */
export async function saveFacts(actor: Actor, input: unknown): Promise<void> {
  const { userId } = requireSession(actor);
  const facts = parseFields(factFields, input);
  if (Object.values(facts).every((value) => value === null)) return withdrawFacts(actor);
  await db().fairnessFacts.upsert({
    where: { userId },
    create: { userId, ...facts },
    update: facts,
  });
}

/** Forgets all that the person told. */
export async function withdrawFacts(actor: Actor): Promise<void> {
  const { userId } = requireSession(actor);
  await db().fairnessFacts.deleteMany({ where: { userId } });
}
