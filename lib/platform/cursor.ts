import { z } from "zod";
import { InputError } from "./errors";

/** An opaque page marker: the sort key of the last row seen, base64url of JSON. */
export const encodeCursor = (key: object): string =>
  Buffer.from(JSON.stringify(key)).toString("base64url");

/** Throws invalid_input for anything that encodeCursor did not write. */
export function decodeCursor<T>(cursor: string, schema: z.ZodType<T>): T {
  try {
    return schema.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new InputError([{ path: "cursor", code: "bad_cursor" }]);
  }
}

/** A time in a marker, within what the database can hold. */
export const cursorTime = z.iso.datetime().refine((text) => !text.startsWith("0000"));

/** Page size of a list request. */
export const pageSize = z.coerce.number().int().min(1).max(100).default(25);

/** One page of rows of which one more was asked for than fits, and the marker of the next. */
export function cutPage<T>(rows: readonly T[], size: number, keyOf: (last: T) => object) {
  const page = rows.slice(0, size);
  const last = page.at(-1);
  return { page, next: rows.length > size && last ? encodeCursor(keyOf(last)) : null };
}
