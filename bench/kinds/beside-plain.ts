import type { Figure } from "../lib/figures";
import { quantile } from "../lib/quantile";

const MS = 1000;

/** How long it takes, in seconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / MS;
}

type Measured = { name: string; unit: string; reach?: number };

/** The same work in a sandbox and plain, in one unit: the plain one's median, and the ratios. */
export function beside({ name, unit, reach }: Measured, inside: number[], outside: number[]) {
  const ratio = (share: number) => quantile(inside, share) / quantile(outside, share);
  const lower = { better: "lower" } as const;
  return [
    { name: `${name}, plain, p50`, value: quantile(outside, 0.5), unit, ...lower },
    { name: `${name}, sandboxed / plain, p50`, value: ratio(0.5), unit: "x", reach, ...lower },
    { name: `${name}, sandboxed / plain, p95`, value: ratio(0.95), unit: "x", ...lower },
  ] satisfies Figure[];
}

/** From the whole time of gradings, in seconds. */
export const gradingsASecond = (kind: string, whole: number[]): Figure => ({
  name: `${kind}, gradings a second on one slot`,
  value: 1 / quantile(whole, 0.5),
  unit: "1/s",
  better: "higher",
});

/** Gradings in sandboxes beside cold, plain runs of the same work; both in seconds. */
export const besidePlain = (kind: string, inside: number[], outside: number[]): Figure[] => [
  ...beside({ name: `${kind}, cold`, unit: "s" }, inside, outside),
  gradingsASecond(kind, inside),
];
