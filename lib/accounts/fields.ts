import { z } from "zod";
import { InputError } from "@/lib/platform/errors";

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

/** Parses a form. Throws InputError; the schema's messages are its codes. */
export function parseFields<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), code: message })),
  );
}
