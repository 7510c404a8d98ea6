import { parse, YAMLParseError } from "yaml";
import type { z } from "zod";
import { ContentError } from "./content-error";

/** YAML checked by a schema. Throws ContentError with a line for every problem. */
export function parseYaml<S extends z.ZodType>(file: string, text: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(read(file, text));
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(
    (issue) => `${issue.path.join(".") || "the whole file"}: ${issue.message}`,
  );
  throw new ContentError(file, problems);
}

function read(file: string, text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof YAMLParseError) throw new ContentError(file, [error.message]);
    throw error;
  }
}
