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
  const grade = async (files: Record<string, string>) => {
    const input = { content: code, files, mode: "submit", seed: content.contentHash } as const;
    const once = (alone: boolean) =>
      gradeOnce(pool, `verify-${content.manifest.slug}-${++job}`, { ...input, alone });
    const graded = await once(false);
    // As in the queue: what the machine could not judge fairly beside others is judged alone.
    return graded.verdict === "infrastructure_error" ? once(true) : graded;
  };
  return runPublishGate(code, skills, grade, options);
}
