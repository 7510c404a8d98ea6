import type { CaseEvent } from "./events";

/** What a season's part measured, as it was rounded for its learner; null where nothing was. */
export function measuredValue(cases: CaseEvent[], split: "public" | "private"): number | null {
  const value = cases.find((one) => one.split === split)?.message?.params.value;
  return typeof value === "number" ? value : null;
}
