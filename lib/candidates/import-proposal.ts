import { z } from "zod";
import { profileLinks, resumeParts, spokenLanguages } from "./resume-parts";

/** What a file proposes for a profile, as it is kept until its owner has confirmed. */
export const importProposal = z.object({
  text: resumeParts,
  links: profileLinks.catch([]),
  languages: spokenLanguages.catch([]),
  place: z.string().catch(""),
  country: z.string().catch(""),
  /** Slugs of the skill map. */
  skills: z.array(z.string()).catch([]),
});

export type ImportProposal = z.infer<typeof importProposal>;
