import type { CalibratedItems } from "@/lib/measurement/calibrated-item";
import { type ModelIdentity, modelIdentity } from "@/lib/measurement/model-identity";
import {
  DEFAULT_PARAMETERS,
  type MeasurementParameters,
  measurementParameters,
} from "@/lib/measurement/parameters";
import type { Db } from "@/lib/platform/db";
import { calibratedItems } from "./calibrated-items";

type Chosen = {
  parameters: MeasurementParameters;
  /** Null: items are as their authors said. */
  calibrationId: string | null;
  /** Chosen by an admin, so that no new calibration takes its place by itself. */
  pinned: boolean;
};

export type ActiveModel = Chosen & { id: string; items: CalibratedItems };

const idOf = ({ modelVersion, parametersHash }: ModelIdentity) =>
  `${modelVersion}-${parametersHash}`;

/**
 * The model in use under the code's version of it. A version that has none of its own goes on with
 * parameters and calibration of the version before; a new installation begins with the defaults.
 */
export async function activeModel(tx: Db): Promise<ActiveModel> {
  const latest = await tx.measurementModel.findFirst({ orderBy: { activatedAt: "desc" } });
  const chosen: Chosen = {
    parameters: latest ? measurementParameters.parse(latest.parameters) : DEFAULT_PARAMETERS,
    calibrationId: latest?.calibrationId ?? null,
    pinned: latest?.pinned ?? false,
  };
  const id = idOf(modelIdentity(chosen.parameters, chosen.calibrationId));
  if (latest?.id !== id) await activateModel(tx, chosen);
  return { id, ...chosen, items: await calibratedItems(tx, chosen.calibrationId) };
}

/** The model that an estimate names, to compute it again. */
export async function modelOf(tx: Db, id: string): Promise<ActiveModel> {
  const row = await tx.measurementModel.findUniqueOrThrow({ where: { id } });
  const { calibrationId, pinned } = row;
  const parameters = measurementParameters.parse(row.parameters);
  return { id, parameters, calibrationId, pinned, items: await calibratedItems(tx, calibrationId) };
}

/** Puts a model into use. Estimates by others stay until they are computed again. */
export async function activateModel(
  tx: Db,
  { parameters, calibrationId, pinned }: Chosen,
): Promise<string> {
  const identity = modelIdentity(parameters, calibrationId);
  const id = idOf(identity);
  await tx.measurementModel.upsert({
    where: { id },
    create: { id, version: identity.modelVersion, parameters, calibrationId, pinned },
    update: { activatedAt: new Date(), pinned },
  });
  return id;
}
