import type { ChallengeManifest } from "@/lib/content/challenge-manifest";
import type { Interpretation } from "@/lib/grading/interpret-evidence";
import type { Db } from "@/lib/platform/db";
import { guessingChance } from "@/lib/quiz/guessing-chance";
import { measureLearner } from "./measure-learner";

type Judged = { submissionId: string; manifest: ChallengeManifest };

/**
 * Writes what a verdict says of its learner's skills in place of what was said of that submission
 * before, and measures those skills anew.
 */
export async function addEvidence(
  tx: Db,
  { submissionId, manifest }: Judged,
  verdictId: string,
  { score, cases }: Pick<Interpretation, "score" | "cases">,
): Promise<void> {
  await tx.skillEvidence.deleteMany({ where: { submissionId } });
  const { userId, supervised, similarity } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { userId: true, supervised: true, similarity: true },
  });
  const guessing = manifest.kind === "quiz" ? await guessingChance(tx, submissionId) : 0;
  const counted = Math.max(1, cases.length);
  await tx.skillEvidence.createMany({
    data: manifest.skills.map(({ slug, weight }) => ({
      ...{ userId, submissionId, verdictId, skillSlug: slug, weight, score, guessing },
      ...{ cases: counted, difficulty: manifest.difficulty, supervised, similarity },
    })),
  });
  await measureLearner(tx, userId, { cause: submissionId });
}

/** Takes back what a submission said of its learner's skills. */
export async function withdrawEvidence(tx: Db, submissionId: string): Promise<void> {
  const { count } = await tx.skillEvidence.deleteMany({ where: { submissionId } });
  if (count === 0) return;
  const { userId } = await tx.submission.findUniqueOrThrow({
    where: { id: submissionId },
    select: { userId: true },
  });
  await measureLearner(tx, userId);
}
