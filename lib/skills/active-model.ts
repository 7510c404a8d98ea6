import { type ModelIdentity, modelIdentity } from "@/lib/measurement/model-identity";
import {
  DEFAULT_PARAMETERS,
  type MeasurementParameters,
  measurementParameters,
} from "@/lib/measurement/parameters";
import type { Db } from "@/lib/platform/db";

export type ActiveModel = { id: string; parameters: MeasurementParameters };

const idOf = ({ modelVersion, parametersHash }: ModelIdentity) =>
  `${modelVersion}-${parametersHash}`;

/**
 * The parameters in use under the code's version of the model. A version that has none of its own
 * goes on with those of the version before; a new installation begins with the defaults.
 */
export async function activeModel(tx: Db): Promise<ActiveModel> {
  const latest = await tx.measurementModel.findFirst({ orderBy: { activatedAt: "desc" } });
  const parameters = latest ? measurementParameters.parse(latest.parameters) : DEFAULT_PARAMETERS;
  const identity = modelIdentity(parameters);
  const id = idOf(identity);
  if (latest?.id !== id) await activateModel(tx, parameters);
  return { id, parameters };
}

/** Puts parameters into use. Estimates by others stay until they are computed again. */
export async function activateModel(tx: Db, parameters: MeasurementParameters): Promise<string> {
  const identity = modelIdentity(parameters);
  const id = idOf(identity);
  await tx.measurementModel.upsert({
    where: { id },
    create: { id, version: identity.modelVersion, parameters },
    update: { activatedAt: new Date() },
  });
  return id;
}
