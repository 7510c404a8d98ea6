import type { CodePackage } from "@/lib/content/load-challenge";
import type { RunnerEvent } from "@/lib/grading/events";
import { type Interpretation, interpretEvidence } from "@/lib/grading/interpret-evidence";
import { gradingJob } from "./job";
import type { RunnerPool } from "./pool";

export type GradeInput = {
  content: Pick<CodePackage, "manifest" | "files">;
  files: Record<string, string>;
  mode: "run" | "submit";
  seed: string;
};

/** Grades outside of the queue: what the command line and the publish gate do. */
export async function gradeOnce(
  pool: RunnerPool,
  id: string,
  { content, files, mode, seed }: GradeInput,
): Promise<Interpretation & { events: RunnerEvent[] }> {
  const { manifest, files: packageFiles } = content;
  const events: RunnerEvent[] = [];
  const job = gradingJob({ id, manifest, packageFiles, files, mode, seed });
  await pool.grade(job, (event) => events.push(event));
  return { ...interpretEvidence(manifest, events), events };
}
