import { DAY_MS } from "./durations";

/** What is left of a day's attempts; when nothing, from when on the next may be made. */
export type Quota = { left: number; nextAt: Date | null };

/** Attempts since then use a day's quota up. */
export const quotaStart = (): Date => new Date(Date.now() - DAY_MS);

/** The quota after the attempts that count, at most `limit` of them, newest first. */
export function dailyQuota(limit: number, newestFirst: Date[]): Quota {
  const left = limit - newestFirst.length;
  const oldest = newestFirst.at(-1);
  if (left > 0 || !oldest) return { left, nextAt: null };
  return { left: 0, nextAt: new Date(oldest.getTime() + DAY_MS) };
}
