import { z } from "zod";

const hasControl = (text: string) => /\p{Cc}|\p{Cf}/u.test(text);

export const organisationName = z
  .string({ error: "name_missing" })
  .trim()
  .min(1, "name_missing")
  .max(80, "name_long")
  .refine((name) => !hasControl(name), "name_characters");

/** Empty, or an address of the web; any other scheme could run what it says. */
export const websiteField = z
  .string()
  .trim()
  .max(300, "website_invalid")
  .default("")
  .refine((text) => text === "" || isWebAddress(text), "website_invalid");

function isWebAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username } = new URL(text);
  return ["http:", "https:"].includes(protocol) && hostname.includes(".") && username === "";
}

export const aboutField = z
  .string()
  .trim()
  .max(4000, "about_long")
  .refine((text) => !text.includes("\0"), "name_characters")
  .default("")
  .transform((text) => text.replaceAll("\r\n", "\n"));
