import { isSandboxed } from "@/lib/content/challenge-manifest";
import { interpretEvidence } from "@/lib/grading/interpret-evidence";
import { compareVerdicts, readReplay } from "@/lib/grading/replay";
import { judgeProject } from "@/lib/projects/judge-project";
import { judgeSubmission } from "@/lib/quiz/judge-submission";
import { gradeOnce } from "@/workers/grading/grade-once";
import { withUpload } from "@/workers/grading/with-upload";
import { withPool } from "./with-pool";

type Comparison = ReturnType<typeof compareVerdicts>;

/** Grades or judges a submission again from what was stored, and compares. Needs DATABASE_URL. */
export async function replaySubmission(id: string): Promise<Comparison> {
  const stored = await readReplay({ kind: "system" }, id);
  const { manifest, files } = stored.content;
  if (!isSandboxed(manifest)) {
    const events =
      manifest.kind === "project"
        ? await judgeProject(id, manifest)
        : await judgeSubmission({ ...stored, manifest, packageFiles: files });
    return compareVerdicts(stored, interpretEvidence(manifest, events));
  }
  const compared: Comparison[] = [];
  await withPool(async (pool) => {
    const graded = await withUpload(stored.sha256, (upload) =>
      gradeOnce(pool, "replay", {
        ...stored,
        upload,
        content: { manifest, files },
        mode: "submit",
      }),
    );
    compared.push(compareVerdicts(stored, graded));
  }, 1);
  return compared[0] as Comparison;
}
