import { z } from "zod";

const hasControl = (text: string) => /\p{Cc}|\p{Cf}/u.test(text);

/** Addresses are compared lower-cased. */
export const emailField = z
  .string({ error: "email_invalid" })
  .trim()
  .toLowerCase()
  .max(254, "email_invalid")
  .pipe(z.email({ error: "email_invalid" }));

export const nameField = z
  .string({ error: "name_missing" })
  .trim()
  .min(1, "name_missing")
  .max(80, "name_long")
  .refine((name) => !hasControl(name), "name_characters");

/** Empty means: not on leaderboards. */
export const leaderboardNameField = z
  .string()
  .trim()
  .max(40, "name_long")
  .refine((name) => !hasControl(name), "name_characters")
  .transform((name) => (name === "" ? null : name));

export const localeField = z.enum(["en", "zh"], { error: "locale_unknown" });
export const passwordField = z.string({ error: "password_missing" }).min(1, "password_missing");
