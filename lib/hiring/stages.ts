import type { Stage } from "@/lib/platform/prisma/enums";

/** The way of a candidate, in order. */
export const STAGES = [
  "applied",
  "shortlisted",
  "contacted",
  "talking",
  "offered",
  "hired",
  "declined",
] as const satisfies readonly Stage[];

/** What a member may move somebody to: nobody applies for another. */
export const MOVABLE = STAGES.filter((stage) => stage !== "applied");

/** An end needs a reason: somebody may ask for it. */
export const needsReason = (stage: Stage): boolean => stage === "declined" || stage === "hired";
