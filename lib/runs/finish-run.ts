import { appendEvents } from "@/lib/grading/append-events";
import type { Interpretation } from "@/lib/grading/interpret-evidence";
import { db } from "@/lib/platform/db";

/** Ends a run with its result; the code that was run is dropped at once. */
export async function finishRun(runId: string, found: Interpretation): Promise<void> {
  const passed = found.cases.filter((one) => one.outcome === "passed").length;
  const data = {
    verdict: found.verdict,
    score: found.score,
    passedCases: passed,
    totalCases: found.cases.length,
    cpuMs: Math.round(found.usage.cpu_ms),
    wallMs: Math.round(found.usage.wall_ms),
    peakMemoryMb: found.usage.peak_memory_mb,
  };
  await db().$transaction(async (tx) => {
    const ended = await tx.run.updateMany({
      where: { id: runId },
      data: { status: "done", files: {} },
    });
    if (ended.count === 0) return;
    await appendEvents(tx, { runId }, 1, [{ type: "result", data }]);
  });
}
