import { parse } from "yaml";
import { givenFiles } from "./given-files";
import type { ChallengePackage } from "./load-challenge";

/**
 * The checker as the runner takes it: Python source with the files that learners are given too, in
 * base64 by name; or the parsed table of cases.
 */
export type CheckerSource = { python: string; given: Record<string, string> } | { cases: unknown };

export function checkerSource(files: ChallengePackage["files"]): CheckerSource {
  const python = files["checker.py"];
  if (python !== undefined) {
    const given = givenFiles(files).map(({ name, bytes }) => [name, bytes.toString("base64")]);
    return { python, given: Object.fromEntries(given) };
  }
  return { cases: withoutNonFinite(parse(files["cases.yaml"] ?? "")) };
}

/** JSON has no NaN and no infinity; the runner reads `{"float": "nan"}`. */
function withoutNonFinite(value: unknown): unknown {
  if (typeof value === "number" && !Number.isFinite(value)) {
    return { float: Number.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf" };
  }
  if (Array.isArray(value)) return value.map(withoutNonFinite);
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, withoutNonFinite(v)]));
  }
  return value;
}
