import { z } from "zod";
import { localeField } from "@/lib/accounts/fields";
import { handleField } from "./handle";

/** What is drawn as an image has to be drawable: no control, no half of a pair, no unassigned. */
const hasUnshowable = (text: string) => /\p{C}/u.test(text);

const HEADLINE_LENGTH = 120;

const headline = z
  .string()
  .trim()
  .max(HEADLINE_LENGTH, "headline_long")
  .refine((text) => !hasUnshowable(text), "headline_characters")
  .default("");

const ids = z.array(z.string().max(64)).max(500).default([]);

/** What a person sends of his public profile; `skills` and `credentials` are all that are shown. */
export const profileFields = z
  .object({
    enabled: z.boolean(),
    /** Empty: none, which will do while it is switched off. */
    handle: z
      .string()
      .trim()
      .transform((text) => (text === "" ? null : text))
      .pipe(handleField.nullable()),
    displayName: z
      .string({ error: "name_missing" })
      .trim()
      .min(1, "name_missing")
      .max(60, "name_long")
      .refine((name) => !hasUnshowable(name), "name_characters"),
    headlineEn: headline,
    headlineZh: headline,
    languages: z.array(localeField).min(1, "language_none"),
    showHistory: z.boolean(),
    indexed: z.boolean(),
    skills: ids,
    credentials: ids,
  })
  .refine(({ enabled, handle }) => !enabled || handle !== null, {
    ...{ path: ["handle"], message: "handle_missing" },
  });
