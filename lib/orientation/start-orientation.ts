import { v7 as uuidv7 } from "uuid";
import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { DAY_MS } from "@/lib/platform/durations";
import { DomainError } from "@/lib/platform/errors";
import { activeModel } from "@/lib/skills/active-model";
import { seedOf } from "@/lib/submissions/seed";
import { advance } from "./advance";
import { beliefsOf } from "./beliefs";
import { closeOverdueOrientations } from "./close-overdue";
import { knownBank } from "./known-bank";
import { nextStart } from "./next-start";
import { WHOLE_MS } from "./rules";

/** Begins an orientation, or gives the open one. Throws orientation_too_soon with the days to wait. */
export async function startOrientation(
  actor: Actor,
  locale: "en" | "zh" = "en",
): Promise<{ id: string }> {
  const { userId } = requireUser(actor);
  await closeOverdueOrientations({ userId });
  const { contentHash: bankHash } = await knownBank();
  const found = await db().$transaction(async (tx) => {
    // Two starts at a time would each find none open.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`orientation:${userId}`}, 0))`;
    const open = await tx.orientationAttempt.findFirst({
      where: { userId, endedAt: null },
      select: { id: true },
    });
    if (open) return open;
    const now = new Date();
    const next = await nextStart(tx, userId, now);
    if (next) {
      const days = Math.ceil((next.getTime() - now.getTime()) / DAY_MS);
      throw new DomainError("conflict", "orientation_too_soon", { days });
    }
    const id = uuidv7();
    await tx.orientationAttempt.create({
      data: {
        ...{ id, userId, bankHash, locale, seed: seedOf("orientation", id), startedAt: now },
        modelId: (await activeModel(tx)).id,
        deadlineAt: new Date(now.getTime() + WHOLE_MS),
        before: await beliefsOf(tx, userId),
      },
    });
    return { id };
  });
  await advance(userId, found.id);
  return found;
}
