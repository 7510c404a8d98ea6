import { z } from "zod";

export const DISCOVERABILITIES = ["nobody", "chosen", "verified"] as const;

/** What a candidate agrees to, as its form sends it. */
export const consentFields = z.object({
  discoverability: z.enum(DISCOVERABILITIES, { error: "choice_unknown" }),
  /** Shown without his name until he says otherwise. */
  blind: z.boolean(),
  /** Whether a program may rank him. */
  ranked: z.boolean(),
  /** Slugs of the skills whose band, and whose evidence, is shown. */
  bands: z.array(z.string()),
  evidence: z.array(z.string()),
});
