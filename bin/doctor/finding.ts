/** What doctor found of one thing; `remedy` says what to do where it is not well. */
export type Finding = {
  name: string;
  state: "ok" | "note" | "bad";
  found: string;
  remedy?: string;
};

const SIGN = { ok: "✓", note: "·", bad: "✗" } as const;

/** One line a finding. */
export const findingLine = ({ name, state, found, remedy }: Finding): string =>
  `${SIGN[state]} ${name.padEnd(10)} ${found}${remedy ? `. ${remedy}` : ""}`;
