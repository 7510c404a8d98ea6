import { type MeasurementParameters, measurementParameters } from "@/lib/measurement/parameters";
import type { Db } from "@/lib/platform/db";

const known = new Map<string, MeasurementParameters>();

/** A model's parameters; its id is their hash, so they never change. */
export async function parametersOf(tx: Db, modelId: string): Promise<MeasurementParameters> {
  const found = known.get(modelId);
  if (found) return found;
  const row = await tx.measurementModel.findUniqueOrThrow({ where: { id: modelId } });
  const parameters = measurementParameters.parse(row.parameters);
  known.set(modelId, parameters);
  return parameters;
}
