import { onEvents } from "@/lib/grading/listen-events";
import { db } from "@/lib/platform/db";

/** Resolves when a ranking is there, or after `ms`; true when it is. */
export async function awaitRanking(rankingId: string, ms: number): Promise<boolean> {
  const isDone = async () =>
    (await db().ranking.findFirst({
      where: { id: rankingId, status: { not: "waiting" } },
      select: { id: true },
    })) !== null;
  let wake: () => void = () => undefined;
  const woken = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const stop = await onEvents(rankingId, wake);
  const timer = setTimeout(wake, ms);
  try {
    if (await isDone()) return true;
    await woken;
    return await isDone();
  } finally {
    clearTimeout(timer);
    stop();
  }
}
