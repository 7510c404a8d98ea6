import { isCode } from "@/lib/content/challenge-manifest";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { compareVerdicts, readReplay } from "@/lib/grading/replay";
import { judgeSubmission } from "@/lib/quiz/judge-submission";
import { gradeOnce } from "@/workers/grading/grade-once";
import { withPool } from "./with-pool";

type Comparison = ReturnType<typeof compareVerdicts>;

/** Grades or judges a submission again from what was stored, and compares. Needs DATABASE_URL. */
export async function replaySubmission(id: string): Promise<Comparison> {
  const stored = await readReplay({ kind: "system" }, id);
  const { manifest, files } = stored.content;
  if (!isCode(manifest)) {
    const events = await judgeSubmission({ ...stored, manifest, packageFiles: files });
    return compareVerdicts(stored, interpretEvidence(manifest, events));
  }
  const compared: Comparison[] = [];
  await withPool(async (pool) => {
    const input = { ...stored, content: { manifest, files }, mode: "submit" } as const;
    compared.push(compareVerdicts(stored, await gradeOnce(pool, "replay", input)));
  }, 1);
  return compared[0] as Comparison;
}
