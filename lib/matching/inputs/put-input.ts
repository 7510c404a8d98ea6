import type { MatchInput } from "@/lib/platform/prisma/client";
import { decodeDescribed } from "../score/described";
import type { Population } from "../score/population";
import type { Reference } from "../score/reference";
import { matchContent } from "./match-content";
import { fromBytes } from "./vectors";

type Stored = Pick<MatchInput, "id" | "userId" | "content" | "vectors" | "described">;

/** Puts a stored input into a population, as the scorer reads it. Returns the row. */
export function putInput(
  population: Population,
  { id, userId, content, vectors, described }: Stored,
  reference: Reference,
): number {
  const texts = decodeDescribed(described);
  const each = fromBytes(vectors, texts.length);
  return population.put(
    { userId, inputId: id },
    matchContent.parse(content),
    texts.map((text, at) => reference.weigh({ text, vector: each[at] as Float32Array })),
  );
}
