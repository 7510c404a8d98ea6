/** What doctor found of one thing; `remedy` says what to do where it is not well. */
export type Finding = {
  name: string;
  state: "ok" | "note" | "bad";
  found: string;
  remedy?: string;
};

const SIGN = { ok: "✓", note: "·", bad: "✗" } as const;

/** The finding of a check that failed; an error of ours says what to do about it. */
export function brokenBy(name: string, error: unknown): Finding {
  const { message, remedy } = error as Error & { remedy?: string };
  return { name, state: "bad", found: message, ...(remedy && { remedy }) };
}

/** One line a finding, also of what a program said in several. */
export function findingLine({ name, state, found, remedy }: Finding): string {
  const advice = remedy ? `. ${remedy}` : "";
  const line = `${SIGN[state]} ${name.padEnd(10)} ${found.replace(/\.$/, "")}${advice}`;
  return line.replace(/\s*\n\s*/g, " ");
}
