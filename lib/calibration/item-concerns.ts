import type { MeasurementParameters } from "@/lib/measurement/parameters";
import type { CalibratedRow } from "./calibrate-skill";
import type { ItemReport } from "./item-report";
import { isFitting } from "./live-figures";
import { MOVED_FLAG, movedBy } from "./warnings";

/** Why an author should look at an item, the gravest first. */
export const CONCERNS = ["doubtful", "dif", "moved", "fit", "discrimination"] as const;
export type Concern = (typeof CONCERNS)[number];

/** Below so many learners a correlation says next to nothing. */
export const FEW = 30;
const POOR_DISCRIMINATION = 0.1;

type Row = Omit<CalibratedRow, "freed"> & { freed: string };

export function itemConcerns(
  report: ItemReport | null,
  rows: readonly Row[],
  parameters: MeasurementParameters,
): Concern[] {
  const moved = rows.filter(({ freed }) => freed !== "none") as CalibratedRow[];
  const is: Record<Concern, boolean> = {
    doubtful: (report?.doubtful.length ?? 0) > 0,
    dif: report?.dif.some(({ flagged }) => flagged) ?? false,
    moved: moved.some((row) => Math.abs(movedBy(row, parameters)) > MOVED_FLAG),
    fit: moved.some((row) => !isFitting(row)),
    discrimination:
      report !== null &&
      report.learners >= FEW &&
      (report.discrimination ?? 1) < POOR_DISCRIMINATION,
  };
  return CONCERNS.filter((concern) => is[concern]);
}
