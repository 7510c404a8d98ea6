import type { z } from "zod";
import { type FieldIssue, InputError } from "@/lib/platform/errors";

/** Parses one part of a request. Throws InputError with a path for every issue. */
export function parseInput<S extends z.ZodType>(
  schema: S,
  value: unknown,
  prefix: string,
): z.output<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issues: FieldIssue[] = parsed.error.issues.map((issue) => ({
    path: [prefix, ...issue.path.map(String)].join("."),
    code: issue.code,
    params: { message: issue.message },
  }));
  throw new InputError(issues);
}

/** Query parameters as an object; a name given twice is refused by schemas that expect one value. */
export function queryOf(request: Request): Record<string, string | string[]> {
  const query: Record<string, string | string[]> = {};
  const search = new URL(request.url).searchParams;
  for (const name of new Set(search.keys())) {
    const values = search.getAll(name);
    query[name] = values.length === 1 ? (values[0] as string) : values;
  }
  return query;
}
