import { PROGRAM } from "@/lib/challenges/publish-gate";
import { isCode, type SandboxedManifest } from "@/lib/content/challenge-manifest";
import { type CheckerSource, checkerSource } from "@/lib/content/checker-source";

/** A device that was leased for a job; memory_mb is what the learner may use of it. */
export type JobDevice = { kind: "cuda" | "cpu"; uuid: string; minor: number; memory_mb: number };

/** A job as the runner reads it. */
export type GradingJob = {
  job: string;
  kind: SandboxedManifest["kind"];
  runtime: string;
  imports: string[];
  entry: string;
  files: Record<string, string>;
  /** The path of the file that was uploaded, for kinds whose submission is one. */
  upload: string | null;
  checker: CheckerSource;
  mode: "run" | "submit" | "files";
  process: "submission" | "case";
  limits: SandboxedManifest["limits"];
  seed: string;
  device: JobDevice | null;
  /** No further attempt follows a fault. */
  is_last: boolean;
};

type Input = {
  id: string;
  manifest: SandboxedManifest;
  packageFiles: Record<string, string>;
  files: Record<string, string>;
  upload?: string;
  mode: GradingJob["mode"];
  seed: string;
  isLast?: boolean;
  device?: JobDevice;
};

const entryOf = (manifest: SandboxedManifest) => (isCode(manifest) ? manifest.entry : PROGRAM);

export const gradingJob = ({
  id,
  manifest,
  packageFiles,
  files,
  upload,
  mode,
  seed,
  isLast = true,
  device,
}: Input): GradingJob => ({
  job: id,
  kind: manifest.kind,
  runtime: manifest.runtime,
  imports: manifest.imports,
  entry: entryOf(manifest),
  files,
  upload: upload ?? null,
  checker: checkerSource(packageFiles),
  mode,
  process: manifest.process,
  limits: manifest.limits,
  seed,
  device: device ?? null,
  is_last: isLast,
});
