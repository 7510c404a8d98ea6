import { z } from "zod";
import { LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import { PAY_PERIODS } from "../opening-fields";

/** A skill that a description seems to ask for. */
const proposedSkill = z.object({
  slug: z.string(),
  level: z.int(),
  must: z.boolean(),
  /** The sentence that it came from. */
  sentence: z.string(),
  /** Named there, or close in meaning. */
  by: z.enum(["name", "meaning"]),
});
export type ProposedSkill = z.infer<typeof proposedSkill>;

/** Facts that stand plainly in a description; what does not is empty. */
const proposedFacts = z.object({
  title: z.string(),
  place: z.string(),
  workPlaces: z.array(z.enum(WORK_PLACES)),
  experience: z.int(),
  payMin: z.int().nullable(),
  payMax: z.int().nullable(),
  payCurrency: z.string(),
  payPeriod: z.union([z.literal(""), z.enum(PAY_PERIODS)]),
  languages: z.array(
    z.object({ language: z.string(), level: z.enum(LANGUAGE_LEVELS), must: z.boolean() }),
  ),
});
export type ProposedFacts = z.infer<typeof proposedFacts>;

/** What a worker found in a pasted description. Nothing of it holds before a person takes it. */
export const openingProposal = z.object({
  /** Which of the two texts it becomes. */
  locale: z.enum(["en", "zh"]),
  facts: proposedFacts,
  skills: z.array(proposedSkill),
});
export type OpeningProposal = z.infer<typeof openingProposal>;
