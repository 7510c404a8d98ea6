import { meanOf } from "./metrics";

const RESAMPLES = 10_000;
const SEED = 20_261_128;

/** Mulberry32: small, and the same everywhere. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export type Difference = { mean: number; low: number; high: number; p: number };

/**
 * How much better `ours` is than `theirs` on the same queries: mean, 95 % interval, and p of the
 * two-sided test that there is no difference, by 10,000 paired resamples of queries.
 */
export function pairedBootstrap(ours: number[], theirs: number[]): Difference {
  const differences = ours.map((value, at) => value - (theirs[at] ?? 0));
  const next = random(SEED);
  const count = differences.length;
  const means = Array.from({ length: RESAMPLES }, () => {
    let sum = 0;
    for (let draw = 0; draw < count; draw++) sum += differences[Math.floor(next() * count)] ?? 0;
    return sum / count;
  }).sort((a, b) => a - b);
  const shareOf = (holds: (mean: number) => boolean) => means.filter(holds).length / RESAMPLES;
  const smaller = Math.min(
    shareOf((mean) => mean <= 0),
    shareOf((mean) => mean >= 0),
  );
  const at = (share: number) => means[Math.floor(share * (RESAMPLES - 1))] ?? 0;
  return {
    mean: meanOf(differences),
    low: at(0.025),
    high: at(0.975),
    p: Math.min(1, 2 * smaller + 1 / RESAMPLES),
  };
}
