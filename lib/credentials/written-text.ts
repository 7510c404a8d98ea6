import { InputError } from "@/lib/platform/errors";

type Bounds = { path: string; max: number; missing: { code: string; min?: number } };

/** What a person wrote in a form, trimmed. Throws InputError where it is too short or too long. */
export function writtenText(given: string, { path, max, missing }: Bounds): string {
  const text = given.replaceAll("\0", "").trim();
  const length = [...text].length;
  const { code, min } = missing;
  if (length < (min ?? 1)) throw new InputError([{ path, code, ...(min && { params: { min } }) }]);
  if (length > max) throw new InputError([{ path, code: "appeal_long", params: { max } }]);
  return text;
}
