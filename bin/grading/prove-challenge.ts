import { type GateReport, runPublishGate } from "@/lib/challenges/publish-gate";
import { asCode, type ChallengePackage } from "@/lib/content/load-challenge";
import { proveBank } from "@/lib/quiz/prove-bank";
import { gradeOnce } from "@/workers/grading/grade-once";
import type { RunnerPool } from "@/workers/grading/pool";

/**
 * The publish gate on one package: known submissions are graded in real sandboxes, a quiz's bank is
 * tried by its judge.
 */
export async function proveChallenge(
  pool: RunnerPool,
  content: ChallengePackage,
  skills: ReadonlySet<string>,
  options: { sample?: boolean } = {},
): Promise<GateReport> {
  const { manifest, files } = content;
  if (manifest.kind === "quiz") return proveBank({ manifest, files }, skills);
  let job = 0;
  const code = asCode(content);
  const grade = (files: Record<string, string>) => {
    const input = { content: code, files, mode: "submit", seed: content.contentHash } as const;
    return gradeOnce(pool, `verify-${content.manifest.slug}-${++job}`, input);
  };
  return runPublishGate(code, skills, grade, options);
}
