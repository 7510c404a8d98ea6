import type { SandboxedPackage } from "@/lib/content/load-challenge";
import type { RunnerEvent } from "@/lib/grading/events";
import {
  type Interpretation,
  interpretEvidence,
  type Split,
} from "@/lib/grading/interpret-evidence";
import { gateDevice } from "./gate-device";
import { gradingJob, type JobDevice } from "./job";
import type { RunnerPool } from "./pool";

export type GradeInput = {
  content: Pick<SandboxedPackage, "manifest" | "files">;
  files: Record<string, string>;
  /** Path of the uploaded file, for kinds whose submission is one. */
  upload?: string;
  mode: "run" | "submit";
  seed: string;
  /** Which part of a season counts. */
  split?: Split;
  /** What it was leased; by default what this machine has, where the challenge needs one. */
  device?: JobDevice;
  /** With nothing else beside it. */
  alone?: boolean;
};

/** Grades outside of the queue: what the command line and the publish gate do. */
export async function gradeOnce(
  pool: RunnerPool,
  id: string,
  { content, files, upload, mode, seed, split, device: leased, alone = false }: GradeInput,
): Promise<Interpretation & { events: RunnerEvent[] }> {
  const { manifest, files: packageFiles } = content;
  const events: RunnerEvent[] = [];
  const device = leased ?? (await gateDevice(manifest));
  const job = gradingJob({ id, manifest, packageFiles, files, upload, mode, seed, device });
  const keep = (event: RunnerEvent) => events.push(event);
  if (alone) await pool.gradeAlone(job, keep);
  else await pool.grade(job, keep);
  return { ...interpretEvidence(manifest, events, split), events };
}
