import { z } from "zod";

/** No control characters but the end of a line and tabs; nothing that a database cannot hold. */
const isClean = (text: string) => !/[^\P{C}\n\t]/u.test(text);

/** A text that people write, of one line or many. Ends of lines are those of a browser's form. */
export const plainText = (most: number) =>
  z
    .string({ error: "text_missing" })
    .transform((text) => text.replaceAll("\r\n", "\n").trim())
    .pipe(z.string().max(most, "text_long").refine(isClean, "text_characters"));

/** The same, and it may not be empty. */
export const neededText = (most: number) =>
  plainText(most).refine((text) => text !== "", "text_missing");

/** A line: it may stand in a heading, a subject or a file's name. */
export const plainLine = (most: number) =>
  plainText(most).refine((text) => !/[\n\t]/.test(text), "text_characters");
