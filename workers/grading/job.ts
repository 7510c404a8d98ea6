import type { CodeManifest } from "@/lib/content/challenge-manifest";
import { type CheckerSource, checkerSource } from "@/lib/content/checker-source";

/** A job as the runner reads it. */
export type GradingJob = {
  job: string;
  kind: CodeManifest["kind"];
  runtime: string;
  imports: string[];
  entry: string;
  files: Record<string, string>;
  checker: CheckerSource;
  mode: "run" | "submit";
  process: "submission" | "case";
  limits: CodeManifest["limits"];
  seed: string;
  /** No further attempt follows a fault. */
  is_last: boolean;
};

type Input = {
  id: string;
  manifest: CodeManifest;
  packageFiles: Record<string, string>;
  files: Record<string, string>;
  mode: GradingJob["mode"];
  seed: string;
  isLast?: boolean;
};

export const gradingJob = ({
  id,
  manifest,
  packageFiles,
  files,
  mode,
  seed,
  isLast = true,
}: Input): GradingJob => ({
  job: id,
  kind: manifest.kind,
  runtime: manifest.runtime,
  imports: manifest.imports,
  entry: manifest.entry,
  files,
  checker: checkerSource(packageFiles),
  mode,
  process: manifest.process,
  limits: manifest.limits,
  seed,
  is_last: isLast,
});
