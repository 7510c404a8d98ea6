import { z } from "zod";
import { codeManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";

const texts = z.record(z.string(), z.string());

/** Begins a run, by compare-and-set; null when it is gone or begun. */
export async function claimRun(runId: string) {
  const claimed = await db().run.updateMany({
    where: { id: runId, status: "queued" },
    data: { status: "running" },
  });
  if (claimed.count === 0) return null;
  const run = await db().run.findUniqueOrThrow({
    where: { id: runId },
    include: { challengeVersion: true },
  });
  return {
    seed: run.seed,
    files: texts.parse(run.files),
    manifest: codeManifest.parse(run.challengeVersion.manifest),
    packageFiles: texts.parse(run.challengeVersion.files),
  };
}
