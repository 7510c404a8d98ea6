import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { type GateReport, type HandedIn, runPublishGate } from "@/lib/challenges/publish-gate";
import { asSandboxed, type ChallengePackage } from "@/lib/content/load-challenge";
import { proveRubric } from "@/lib/projects/prove-rubric";
import { proveBank } from "@/lib/quiz/prove-bank";
import { gradeOnce } from "./grade-once";
import type { JobDevice } from "./job";
import type { RunnerPool } from "./pool";

/**
 * The publish gate on one package: known submissions are graded in real sandboxes, a quiz's bank is
 * tried by its judge, and a project's rubric by marks that are known. device: one that was leased
 * for it; by default what this machine has.
 */
export async function proveChallenge(
  pool: RunnerPool,
  content: ChallengePackage,
  skills: ReadonlySet<string>,
  { device, ...options }: { sample?: boolean; device?: JobDevice } = {},
): Promise<GateReport> {
  const { manifest, files } = content;
  if (manifest.kind === "quiz") return proveBank({ manifest, files }, skills);
  if (manifest.kind === "project") return proveRubric({ manifest, files }, skills);
  let job = 0;
  const sandboxed = asSandboxed(content);
  const grade = ({ files, upload }: HandedIn) =>
    withFile(upload, async (path) => {
      const seed = content.contentHash;
      const handed = { files, upload: path, device };
      const input = { content: sandboxed, ...handed, mode: "submit", seed } as const;
      const once = (alone: boolean) =>
        gradeOnce(pool, `verify-${content.manifest.slug}-${++job}`, { ...input, alone });
      const graded = await once(false);
      // As in the queue: what the machine could not judge fairly beside others is judged alone.
      const fair = graded.verdict === "infrastructure_error" ? await once(true) : graded;
      const measured = fair.cases.filter((one) => typeof one.message?.params.value === "number");
      return { ...fair, measured: measured.map((one) => one.name) };
    });
  return runPublishGate(sandboxed, skills, grade, options);
}

/** Runs with a file of the package where a runner can open it. */
async function withFile<T>(
  upload: HandedIn["upload"],
  use: (path: string | undefined) => Promise<T>,
): Promise<T> {
  if (!upload) return use(undefined);
  const folder = await mkdtemp(path.join(tmpdir(), "touchstone-known-"));
  try {
    const file = path.join(folder, upload.name);
    await writeFile(file, upload.bytes);
    return await use(file);
  } finally {
    await rm(folder, { recursive: true });
  }
}
