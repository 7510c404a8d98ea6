import type { Db } from "@/lib/platform/db";
import { addEvidence, withdrawEvidence } from "@/lib/skills/add-evidence";
import { appendEvents } from "./append-events";
import type { Claim } from "./claim-submission";
import type { Interpretation } from "./interpret-evidence";
import { measuredValue } from "./measured-value";
import { isScored, verdictData } from "./record-verdict";

type Judged = Pick<Claim, "submissionId" | "manifest"> & {
  evidence: { id: string; attempt: number };
};

/**
 * Lets another interpretation of the same evidence count from now on: verdict, skill evidence, the
 * submission's columns, and what its page shows. Which submission stands for its learner on a
 * leaderboard stays as it is.
 */
export async function replaceVerdict(
  tx: Db,
  { submissionId, manifest, evidence }: Judged,
  found: Interpretation,
): Promise<void> {
  await tx.verdict.updateMany({ where: { submissionId, current: true }, data: { current: false } });
  const { verdict, score, cases, usage } = found;
  const measured = measuredValue(cases, "private");
  const created = await tx.verdict.create({
    data: { submissionId, evidenceId: evidence.id, verdict, score, cases, usage },
    select: { id: true },
  });
  await tx.submission.update({ where: { id: submissionId }, data: { verdict, score, measured } });
  if (isScored(found)) await addEvidence(tx, { submissionId, manifest }, created.id, found);
  else await withdrawEvidence(tx, submissionId);
  const planned = cases.map(({ name, title, visible, points, split }) => ({
    ...{ name, title, visible, points },
    ...(split && { split }),
  }));
  await appendEvents(tx, { submissionId }, evidence.attempt, [
    { type: "plan", data: { cases: planned } },
    ...cases.map(({ event, ...data }) => ({ type: event, data })),
    { type: "verdict", data: verdictData(found) },
  ]);
}
