import type { CaseEvent } from "./events";

export type ShownCase = Omit<CaseEvent, "event" | "ms" | "cpu_ms"> & { ms?: number };

/**
 * A case as its learner may see it. Of a hidden one: name, outcome, which limit, the exception's
 * type; neither its time nor its data.
 */
export function presentCase({ event: _, ms, cpu_ms: __, ...shown }: CaseEvent): ShownCase {
  if (shown.visible) return { ...shown, ms };
  const type = shown.detail?.error?.type;
  const detail = type === undefined ? {} : { detail: { error: { type } } };
  const { detail: ___, ...rest } = shown;
  return { ...rest, ...detail };
}
