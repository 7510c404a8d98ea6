import type { Level } from "@/lib/measurement/parameters";

/** What a person's own word for a level is kept as: about the middle of it by the published cuts. */
export const CLAIMED: Record<Level, number> = {
  novice: 17,
  working: 31,
  proficient: 57,
  expert: 87,
};

/** The word for a level that is claimed. */
export const wordOfClaim = (level: number): Level =>
  (Object.keys(CLAIMED) as Level[]).findLast((word) => CLAIMED[word] <= level) ?? "novice";
