import type { z } from "zod";
import { InputError, notFound } from "./errors";

/** Parses a form. Throws InputError; the schema's messages are its codes. */
export function parseFields<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  throw new InputError(
    parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), code: message })),
  );
}

/** An id from an address or a form; what is no UUID names nothing. Throws not_found, or `code`. */
export function requireId(value: string, code?: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)) throw notFound(code);
  return value;
}
