import { fileTexts } from "@/lib/challenges/current-version";
import { quizManifest } from "@/lib/content/challenge-manifest";
import type { Db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { answers } from "./answers";
import { bankOfVersion } from "./bank-of-version";
import { quizForm } from "./draw-form";

/** What the network may take after the deadline; not told to learners. */
export const GRACE_MS = 5_000;

/** An attempt with its version's bank. Throws attempt_not_found unless it is that person's. */
export async function attemptOf(tx: Db, userId: string, id: string) {
  const row = await tx.quizAttempt.findFirst({
    where: { id, userId },
    include: { challengeVersion: true, submission: { select: { status: true } } },
  });
  if (!row) throw notFound("attempt_not_found");
  const { contentHash } = row.challengeVersion;
  const manifest = quizManifest.parse(row.challengeVersion.manifest);
  const files = fileTexts.parse(row.challengeVersion.files);
  return {
    ...row,
    manifest,
    ...bankOfVersion({ contentHash, manifest, files }),
    form: quizForm.parse(row.form),
    answers: answers.parse(row.answers),
  };
}
export type Attempt = Awaited<ReturnType<typeof attemptOf>>;

/** Lets nobody else write to the attempt until the transaction ends. */
export async function lockAttempt(tx: Db, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "QuizAttempt" WHERE id = ${id}::uuid FOR UPDATE`;
}

/** Whether answers are accepted no longer. */
export const isOver = (
  { finishedAt, deadlineAt }: { finishedAt: Date | null; deadlineAt: Date },
  now: Date,
): boolean => finishedAt !== null || now.getTime() > deadlineAt.getTime() + GRACE_MS;
