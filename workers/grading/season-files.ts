import { ContentError } from "@/lib/content/content-error";
import type { SandboxedPackage } from "@/lib/content/load-challenge";
import type { RunnerEvent } from "@/lib/grading/events";
import { gradingJob } from "./job";
import type { RunnerPool } from "./pool";
import { RunnerFault } from "./runner-process";

/**
 * What a season gives to learners, as text by file name; the same for the same seed. Throws
 * ContentError where the checker fails, RunnerFault where the platform does.
 */
export async function seasonFiles(
  pool: RunnerPool,
  { manifest, files: packageFiles }: Pick<SandboxedPackage, "manifest" | "files">,
  seed: string,
): Promise<Record<string, string>> {
  const events: RunnerEvent[] = [];
  const id = `season-${manifest.slug}`;
  const job = gradingJob({ id, manifest, packageFiles, files: {}, mode: "files", seed });
  await pool.grade(job, (event) => events.push(event));
  const finished = events.find((event) => event.event === "finished");
  if (finished?.status === "checker_error") {
    const said = String(finished.message?.params.traceback ?? finished.message?.code ?? "");
    throw new ContentError(`${manifest.slug}/checker.py`, [`makes no season: ${said}`]);
  }
  if (finished?.status !== "graded") throw new RunnerFault(finished?.reason ?? "no season's files");
  const made = events.filter((event) => event.event === "file");
  return Object.fromEntries(made.map(({ name, text }) => [name, text]));
}
