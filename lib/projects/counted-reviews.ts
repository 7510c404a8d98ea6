import type { Levels } from "@/lib/content/project-package";
import type { Db } from "@/lib/platform/db";
import { levelsOf, marks } from "./marks";

type Counted = { id: string; levels: Levels };

/**
 * The marks of a piece that count: of peers who had passed the calibration, sent theirs in time
 * and were not left out; of staff; and of staff on an appeal.
 */
export async function countedReviews(tx: Db, pieceId: string) {
  const rows = await tx.review.findMany({
    where: { pieceId, submittedAt: { not: null }, excludedAt: null },
    orderBy: { id: "asc" },
  });
  const read = ({ id, marks: given }: { id: string; marks: unknown }): Counted => ({
    id,
    levels: levelsOf(marks.parse(given)),
  });
  const staff = rows.find(({ role }) => role === "staff");
  const appeal = rows.find(({ role }) => role === "appeal");
  return {
    peers: rows.filter(({ role, calibrated }) => role === "peer" && calibrated).map(read),
    staff: staff ? read(staff) : null,
    appeal: appeal ? read(appeal) : null,
  };
}
