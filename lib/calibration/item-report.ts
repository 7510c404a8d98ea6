import { z } from "zod";
import { localized } from "@/lib/content/schemas";
import { VERDICTS } from "@/lib/grading/events";

const count = z.int().min(0);

export const itemDif = z.object({
  skill: z.string(),
  /** What the groups differ in: language, or one of the facts told for fairness. */
  attribute: z.string(),
  /** Two groups; the first is the larger one. */
  reference: z.string(),
  focal: z.string(),
  referenceLearners: count,
  focalLearners: count,
  /** Mantel and Haenszel's, below 0 where the item is against the focal group. */
  delta: z.number().nullable(),
  difClass: z.enum(["A", "B", "C"]).nullable(),
  /** Of the logistic regression, for any difference. */
  p: z.number().nullable(),
  flagged: z.boolean(),
});
export type ItemDifReport = z.infer<typeof itemDif>;

const abilityGroup = z.object({
  learners: count,
  ability: z.number(),
  observed: z.number(),
  expected: z.number(),
});

export const caseReport = z.object({
  name: z.string(),
  title: localized,
  visible: z.boolean(),
  learners: count,
  passed: count,
  discrimination: z.number().nullable(),
});
export type CaseReport = z.infer<typeof caseReport>;

/** How learners did at a challenge, as far as it can be said without naming anybody. */
export const itemReport = z.object({
  attempts: count,
  learners: count,
  /** Learners who passed at the first attempt, and in the end. */
  passedFirst: count,
  passedEver: count,
  /** From the first submission to the first that passed, of those who passed. */
  minutesToPass: z.number().nullable(),
  attemptsToPass: z.number().nullable(),
  /** Correlation of the first score with the learner's first scores elsewhere. */
  discrimination: z.number().nullable(),
  /** At first attempts at the version in force. */
  cases: z.array(caseReport),
  errors: z.array(z.object({ outcome: z.enum(VERDICTS), text: z.string(), learners: count })),
  doubtful: z.array(z.object({ name: z.string(), passedOthers: count, failedThis: count })),
  /** Expected against observed, on the skill that the challenge bears on most. */
  characteristic: z.array(abilityGroup),
  dif: z.array(itemDif),
});
export type ItemReport = z.infer<typeof itemReport>;
