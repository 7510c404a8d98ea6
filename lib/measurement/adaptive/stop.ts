/** When a test ends: at so many items, or as soon as every skill asked about is known so well. */
export type StopRule = { maximumLength: number; standardError: number };

export type Stop = { code: "length" | "precision"; length: number; largestSd: number };

/** Why to stop, or undefined to go on. `sds`: spreads of what is believed of each skill. */
export function stopReason(
  length: number,
  sds: readonly number[],
  { maximumLength, standardError }: StopRule,
): Stop | undefined {
  const largestSd = Math.max(0, ...sds);
  if (largestSd <= standardError) return { code: "precision", length, largestSd };
  return length >= maximumLength ? { code: "length", length, largestSd } : undefined;
}
