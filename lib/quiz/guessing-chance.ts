import { fileTexts } from "@/lib/challenges/current-version";
import { quizManifest } from "@/lib/content/challenge-manifest";
import type { Item } from "@/lib/content/quiz-bank";
import { guessingFloor } from "@/lib/measurement/author-prior";
import type { Db } from "@/lib/platform/db";
import { bankOfVersion } from "./bank-of-version";
import { quizForm } from "./draw-form";

/** The share of its points that a handed-in attempt is worth, on average, to who picks blindly. */
export async function guessingChance(tx: Db, submissionId: string): Promise<number> {
  const { form, challengeVersion } = await tx.quizAttempt.findUniqueOrThrow({
    where: { submissionId },
    include: { challengeVersion: true },
  });
  const { items } = bankOfVersion({
    contentHash: challengeVersion.contentHash,
    manifest: quizManifest.parse(challengeVersion.manifest),
    files: fileTexts.parse(challengeVersion.files),
  });
  const asked = quizForm.parse(form).flatMap(({ item }) => items.get(item) ?? []);
  return meanFloor(asked);
}

/** Only the one key of a single choice is hit by luck often enough to count. */
export function meanFloor(asked: readonly Item[]): number {
  const floorOf = (item: Item) => (item.kind === "single" ? guessingFloor(item.options.length) : 0);
  const points = asked.reduce((sum, item) => sum + item.points, 0);
  const lucky = asked.reduce((sum, item) => sum + item.points * floorOf(item), 0);
  return points === 0 ? 0 : lucky / points;
}
