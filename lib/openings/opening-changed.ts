import { addJob } from "@/lib/jobs/add-job";
import type { Db } from "@/lib/platform/db";

/** Every write of an opening and of its skills ends here, in the same transaction. */
export async function openingChanged(tx: Db, openingId: string): Promise<void> {
  // Its skills are rows of their own: without this a change of them would not show.
  await tx.opening.update({ where: { id: openingId }, data: { updatedAt: new Date() } });
  await addJob(tx, "index-opening", { openingId }, { key: `index-opening:${openingId}` });
}
