import { z } from "zod";
import { db } from "@/lib/platform/db";
import { readText } from "../describe-text";
import { describedBy } from "../score/described";
import { Reference } from "../score/reference";
import { fromBytes } from "./vectors";

export const referenceTexts = z.array(
  z.object({ id: z.string(), text: z.string(), coverage: z.number() }),
);

const known = new Map<string, Reference>();

/** A reference as it was kept. Each is put together once a process. Throws where there is none. */
export async function readReference(hash: string): Promise<Reference> {
  const found = known.get(hash);
  if (found) return found;
  const row = await db().matchReference.findUniqueOrThrow({ where: { hash } });
  const texts = referenceTexts.parse(row.texts);
  const vectors = fromBytes(row.vectors, texts.length);
  const reference = new Reference(
    texts.map(({ text, coverage }, at) => ({
      text: describedBy(readText(text, coverage)),
      vector: vectors[at] as Float32Array,
    })),
  );
  // One model is in use as a rule; more than the last two would be waste.
  if (known.size > 1) known.clear();
  known.set(hash, reference);
  return reference;
}
