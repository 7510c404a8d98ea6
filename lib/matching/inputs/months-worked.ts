/** Months since the year 0. A year alone stands for its beginning, or as an end for its last month. */
function monthOf(text: string, end: boolean): number | null {
  const found = /^(\d{4})(?:-(\d{2}))?$/.exec(text);
  if (!found) return null;
  return Number(found[1]) * 12 + (found[2] ? Number(found[2]) - 1 : end ? 11 : 0);
}

/** Longer is not more: beyond this, years of work tell an age and little of ability. */
const MOST = 15 * 12;

/**
 * Months in which somebody worked, each once however many jobs it had; at most 15 years.
 * @param thisMonth YYYY-MM; a job without an end goes on until then
 */
export function monthsWorked(
  work: readonly { start: string; end: string }[],
  thisMonth: string,
): number {
  const now = monthOf(thisMonth, true) ?? 0;
  const spans = work
    .flatMap(({ start, end }) => {
      const from = monthOf(start, false);
      const to = end === "" ? now : monthOf(end, true);
      return from === null || to === null || to < from ? [] : [[from, Math.min(to, now)] as const];
    })
    .sort((a, b) => a[0] - b[0]);
  let [months, reached] = [0, -1];
  for (const [from, to] of spans) {
    months += Math.max(0, to - Math.max(from, reached + 1) + 1);
    reached = Math.max(reached, to);
  }
  return Math.min(MOST, months);
}
