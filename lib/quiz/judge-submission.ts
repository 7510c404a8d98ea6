import { parseBank } from "@/lib/content/quiz-bank";
import type { RunnerEvent } from "@/lib/grading/events";
import { db } from "@/lib/platform/db";
import { answers } from "./answers";
import { ANSWERS_FILE } from "./close-attempt";
import { quizForm } from "./draw-form";
import { judgeForm } from "./judge-form";

type HandedIn = {
  submissionId: string;
  manifest: { slug: string };
  packageFiles: Record<string, string>;
  files: Record<string, string>;
};

/** Judges what an attempt handed in, against the form that it was given. */
export async function judgeSubmission(handedIn: HandedIn): Promise<RunnerEvent[]> {
  const { submissionId, manifest, packageFiles, files } = handedIn;
  const { form } = await db().quizAttempt.findUniqueOrThrow({
    where: { submissionId },
    select: { form: true },
  });
  const given = answers.parse(JSON.parse(files[ANSWERS_FILE] ?? "{}"));
  return judgeForm(parseBank(manifest.slug, packageFiles), quizForm.parse(form), given);
}
