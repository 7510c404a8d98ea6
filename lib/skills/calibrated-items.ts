import { type CalibratedItems, itemKey, NOT_CALIBRATED } from "@/lib/measurement/calibrated-item";
import type { Db } from "@/lib/platform/db";

/** A calibration never changes, so the one in use is read once a process. */
let last: { id: string; items: CalibratedItems } | undefined;

/** What a calibration says of its items; nothing where there is none. */
export async function calibratedItems(tx: Db, id: string | null): Promise<CalibratedItems> {
  if (id === null) return NOT_CALIBRATED;
  if (last?.id === id) return last.items;
  const rows = await tx.calibratedItem.findMany({
    where: { calibrationId: id, freed: { not: "none" } },
    select: {
      ...{ skillSlug: true, challengeSlug: true, authorDifficulty: true },
      ...{ difficulty: true, difficultySd: true },
      ...{ logDiscrimination: true, logDiscriminationSd: true },
    },
  });
  const items = new Map(
    rows.map(({ skillSlug, challengeSlug, ...item }) => [itemKey(skillSlug, challengeSlug), item]),
  );
  last = { id, items };
  return items;
}
