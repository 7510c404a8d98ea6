import { z } from "zod";
import { parseInput } from "./parse-input";

const NAME = "Idempotency-Key";
const schema = z.string().min(1).max(200);

/** The header of operations that make something, for their declarations. */
export const IDEMPOTENCY = {
  [NAME]: { description: "Repeating a request with its key gives the first answer", schema },
};

/** The key that a request carries, if any. Throws invalid_input for one that is too long. */
export function idempotencyKeyOf(request: Request): string | undefined {
  const key = request.headers.get(NAME);
  return key === null ? undefined : parseInput(schema, key, `header.${NAME}`);
}
