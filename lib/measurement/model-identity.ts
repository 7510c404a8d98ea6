import { createHash } from "node:crypto";
import type { MeasurementParameters } from "./parameters";

/** Goes up with every change that gives another result from the same evidence and parameters. */
export const MODEL_VERSION = 1;

/** What a result was computed by: with the same evidence it comes out the same to the last bit. */
export type ModelIdentity = { modelVersion: number; parametersHash: string };

/** @param calibration the name of what items are taken for; without it, they are as authors said. */
export function modelIdentity(
  parameters: MeasurementParameters,
  calibration: string | null = null,
): ModelIdentity {
  const named = calibration === null ? parameters : { parameters, calibration };
  return { modelVersion: MODEL_VERSION, parametersHash: contentName(named) };
}

/** The name that content has by itself: equal content, equal name. */
export const contentName = (content: unknown): string =>
  createHash("sha256").update(canonicalJson(content)).digest("hex");

/** JSON with its keys in order (as of RFC 8785 for numbers and plain texts), so that equal means equal. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === "object" && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
