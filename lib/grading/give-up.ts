import { db } from "@/lib/platform/db";
import { appendEvents } from "./append-events";

/** The last attempt ended without evidence: final, never scored, and staff are told. */
export async function giveUp(submissionId: string, workerId: string, attempt: number) {
  await db().$transaction(async (tx) => {
    const ended = await tx.submission.updateMany({
      where: { id: submissionId, status: "running", workerId, attempt },
      data: { status: "done", verdict: "infrastructure_error", score: 0, finishedAt: new Date() },
    });
    if (ended.count === 0) return;
    const none = { verdict: "infrastructure_error", score: 0 } as const;
    await tx.verdict.create({ data: { submissionId, ...none, cases: [], usage: {} } });
    const subject = `submission:${submissionId}`;
    await tx.auditEvent.create({
      data: { action: "grading.infrastructure_error", subject, data: { attempt } },
    });
    const data = { ...none, passedCases: 0, totalCases: 0, cpuMs: 0, wallMs: 0, peakMemoryMb: 0 };
    await appendEvents(tx, { submissionId }, attempt, [{ type: "verdict", data }]);
  });
}
