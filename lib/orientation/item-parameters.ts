import { authorPrior } from "@/lib/measurement/author-prior";
import type { MeasurementParameters } from "@/lib/measurement/parameters";
import type { ItemParameters } from "@/lib/measurement/response";

const known = new WeakMap<MeasurementParameters, Map<string, ItemParameters>>();

/** An item's belief, one object for equal items: what is computed for it is kept by its object. */
export function itemParameters(
  { difficulty, guessing }: { difficulty: number; guessing: number },
  parameters: MeasurementParameters,
): ItemParameters {
  const own = known.get(parameters) ?? new Map<string, ItemParameters>();
  known.set(parameters, own);
  const key = `${difficulty} ${guessing}`;
  const found = own.get(key) ?? authorPrior(difficulty, guessing, parameters);
  own.set(key, found);
  return found;
}
