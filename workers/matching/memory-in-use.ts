import type { EmbeddingModel } from "@/lib/platform/prisma/client";
import { CandidateMemory } from "./candidate-memory";
import { referenceOf } from "./models";

let kept: Promise<CandidateMemory> | undefined;

/** The candidates in memory, as of now, of the model in use. Filled when it is first asked for. */
export async function memoryOf(model: EmbeddingModel): Promise<CandidateMemory> {
  const reference = await referenceOf(model);
  const before = await kept?.catch(() => undefined);
  if (before?.modelHash !== model.hash || before.referenceHash !== reference) {
    kept = CandidateMemory.open(model.hash, reference);
  }
  const memory = await (kept as Promise<CandidateMemory>);
  await memory.refresh();
  return memory;
}

export async function forgetErased(): Promise<void> {
  await (await kept)?.forgetErased();
}
