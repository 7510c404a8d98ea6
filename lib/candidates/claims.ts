import type { Level } from "@/lib/measurement/parameters";

/** What a person's own word for a level is kept as: about the middle of it by the published cuts. */
export const CLAIMED: Record<Level, number> = {
  novice: 17,
  working: 31,
  proficient: 57,
  expert: 87,
};

export const CLAIM_WORDS = ["novice", "working", "proficient", "expert"] as const satisfies Level[];

/** The word for a level that is claimed. */
export const wordOfClaim = (level: number): Level =>
  CLAIM_WORDS.findLast((word) => CLAIMED[word] <= level) ?? "novice";
