import type { Figure } from "../lib/figures";
import { quantile } from "../lib/quantile";

const MS = 1000;

/** How long it takes, in seconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / MS;
}

/** Gradings in sandboxes beside cold, plain runs of the same work; both in seconds. */
export function besidePlain(kind: string, inside: number[], outside: number[]): Figure[] {
  const ratio = (share: number) => quantile(inside, share) / quantile(outside, share);
  const p50 = quantile(outside, 0.5);
  return [
    { name: `${kind}, cold and plain, p50`, value: p50, unit: "s", better: "lower" },
    { name: `${kind}, sandboxed / plain, p50`, value: ratio(0.5), unit: "x", better: "lower" },
    { name: `${kind}, sandboxed / plain, p95`, value: ratio(0.95), unit: "x", better: "lower" },
    {
      name: `${kind}, gradings a second on one slot`,
      value: 1 / quantile(inside, 0.5),
      unit: "1/s",
      better: "higher",
    },
  ];
}
