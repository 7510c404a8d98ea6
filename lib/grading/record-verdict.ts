import type { Db } from "@/lib/platform/db";
import { db } from "@/lib/platform/db";
import { addEvidence, withdrawEvidence } from "@/lib/skills/add-evidence";
import { markBest } from "@/lib/submissions/mark-best";
import { appendEvents } from "./append-events";
import type { Claim } from "./claim-submission";
import type { Interpretation } from "./interpret-evidence";
import { measuredValue } from "./measured-value";

/**
 * Verdict, skill evidence and the submission's columns in one transaction, fenced by worker and
 * attempt: false when this attempt no longer counts, and then nothing is written.
 */
export async function recordVerdict(
  claim: Claim,
  evidenceId: string | null,
  found: Interpretation,
): Promise<boolean> {
  const { submissionId, workerId, attempt } = claim;
  return db().$transaction(async (tx) => {
    const counted = await tx.submission.updateMany({
      where: { id: submissionId, status: "running", workerId, attempt },
      data: {
        status: "done",
        verdict: found.verdict,
        score: found.score,
        measured: measuredValue(found.cases, "public"),
        cpuMs: Math.round(found.usage.cpu_ms),
        wallMs: Math.round(found.usage.wall_ms),
        peakMemoryMb: found.usage.peak_memory_mb,
        finishedAt: new Date(),
      },
    });
    if (counted.count === 0) return false;
    await markBest(tx, submissionId);
    await supersede(tx, submissionId);
    const verdict = await tx.verdict.create({
      data: {
        submissionId,
        evidenceId,
        verdict: found.verdict,
        score: found.score,
        cases: found.cases,
        usage: found.usage,
      },
    });
    if (isScored(found)) {
      await addEvidence(tx, claim, verdict.id, found);
    } else {
      await withdrawEvidence(tx, submissionId);
      await alertStaff(tx, claim, found);
    }
    await appendEvents(tx, { submissionId }, attempt, [
      { type: "verdict", data: verdictData(found) },
    ]);
    return true;
  });
}

/** What was made of the submission before, as of marks that an appeal has changed, counts no longer. */
async function supersede(tx: Db, submissionId: string): Promise<void> {
  await tx.verdict.updateMany({ where: { submissionId, current: true }, data: { current: false } });
}

/** A checker's fault is its author's and an infrastructure fault ours: neither is scored. */
export const isScored = ({ verdict }: Interpretation) =>
  verdict !== "checker_error" && verdict !== "infrastructure_error";

async function alertStaff(tx: Db, claim: Claim, found: Interpretation) {
  await tx.auditEvent.create({
    data: {
      action: `grading.${found.verdict}`,
      subject: `submission:${claim.submissionId}`,
      data: { challenge: claim.manifest.slug, attempt: claim.attempt },
    },
  });
}

/** What the page is told of a verdict. */
export function verdictData({ verdict, score, cases, usage }: Interpretation) {
  return {
    verdict,
    score,
    passedCases: cases.filter((one) => one.outcome === "passed").length,
    totalCases: cases.length,
    cpuMs: Math.round(usage.cpu_ms),
    wallMs: Math.round(usage.wall_ms),
    peakMemoryMb: usage.peak_memory_mb,
  };
}
