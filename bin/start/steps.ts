import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { showStep } from "../bootstrap/progress.js";

/** How long each step that ran took, in milliseconds. */
export type Timings = Record<string, number>;

export type Step = {
  name: string;
  /** Changes whenever the step must be done again. */
  fingerprint: string;
  /** The file that remembers the fingerprint, inside what the step makes where possible. */
  record: string;
  work: () => Promise<void>;
};

type Records = Record<string, string>;

function readRecords(file: string): Records {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Records;
  } catch {
    return {};
  }
}

/** Remembers a step as done, whole or not at all. */
export function recordStep(file: string, name: string, fingerprint: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, JSON.stringify({ ...readRecords(file), [name]: fingerprint }, null, 2));
  renameSync(draft, file);
}

export const isDone = (step: Pick<Step, "name" | "fingerprint" | "record">): boolean =>
  readRecords(step.record)[step.name] === step.fingerprint;

/** Runs a step unless its fingerprint is unchanged; remembers it only after success. */
export async function runStep(step: Step, timings: Timings = {}): Promise<void> {
  if (isDone(step)) return;
  const begun = performance.now();
  await showStep(step.name, step.work);
  recordStep(step.record, step.name, step.fingerprint);
  timings[step.name] = performance.now() - begun;
}
