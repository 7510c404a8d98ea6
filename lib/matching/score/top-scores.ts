import type { Scorer } from "./scorer";

export type Placed = { row: number; score: number; rank: number };

const BUCKETS = 1024;

/**
 * The best `limit` of some rows, best first; equal scores share a rank. Exact: meaning, which takes
 * longest, adds at most its weight, so people are taken in the order of the rest of their score
 * until nobody who is left could still reach the last place (the threshold algorithm of Fagin, Lotem
 * & Naor 2003, with one sorted list in buckets).
 * @param also ids of those who are placed in any case, with the rank that they have among all
 * @param salt decides the order of equal scores, which is by nothing that a person can influence
 */
export function topScores(
  scorer: Scorer,
  rows: Uint32Array,
  { limit, also, salt }: { limit: number; also: readonly string[]; salt: string },
): Placed[] {
  const { population, meaningWeight } = scorer;
  const partial = new Float64Array(rows.length);
  rows.forEach((row, at) => {
    partial[at] = scorer.partial(row);
  });
  const wanted = new Set(also.map((userId) => population.rowOf(userId)));
  const anyway = wanted.size === 0 ? rows.subarray(0, 0) : rows.filter((row) => wanted.has(row));
  const best = new Best(limit, Math.min(...Array.from(anyway, (row) => scorer.score(row))));
  const { starts, order } = inBuckets(partial);
  for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
    if ((bucket + 1) / BUCKETS + meaningWeight < best.least) break;
    for (let place = starts[bucket] as number; place < (starts[bucket + 1] as number); place++) {
      const at = order[place] as number;
      const part = partial[at] as number;
      if (part + meaningWeight < best.least) continue;
      const row = rows[at] as number;
      best.offer(row, scorer.full(row, part));
    }
  }
  const lotOf = (row: number) => lot(salt, population.personAt(row).userId);
  const placed = best.list.sort((a, b) => b.score - a.score || lotOf(a.row) - lotOf(b.row));
  let rank = 0;
  return placed
    .map((each, at) => {
      if (at === 0 || each.score < (placed[at - 1]?.score ?? 0)) rank = at + 1;
      return { ...each, rank };
    })
    .filter(({ row }, at) => at < limit || wanted.has(row));
}

/** Places of numbers from 0 to 1 by their bucket: those of bucket b stand from start b on. */
function inBuckets(numbers: Float64Array): { starts: Uint32Array; order: Uint32Array } {
  const bucketOf = (number: number) =>
    Math.min(BUCKETS - 1, Math.max(0, Math.floor(number * BUCKETS)));
  const starts = new Uint32Array(BUCKETS + 1);
  for (const number of numbers) {
    const after = bucketOf(number) + 1;
    starts[after] = 1 + (starts[after] ?? 0);
  }
  for (let bucket = 0; bucket < BUCKETS; bucket++) {
    starts[bucket + 1] = (starts[bucket + 1] ?? 0) + (starts[bucket] ?? 0);
  }
  const next = starts.slice();
  const order = new Uint32Array(numbers.length);
  numbers.forEach((number, at) => {
    const bucket = bucketOf(number);
    const place = next[bucket] as number;
    order[place] = at;
    next[bucket] = place + 1;
  });
  return { starts, order };
}

type Held = { row: number; score: number };

/** The best so many of what was offered, all that equal the last of them, and all from a floor on. */
class Best {
  list: Held[] = [];
  /** Nothing below is kept any more. */
  least = Number.NEGATIVE_INFINITY;
  #tidyAt: number;

  constructor(
    readonly size: number,
    readonly floor: number,
  ) {
    this.#tidyAt = size;
  }

  offer(row: number, score: number) {
    if (score < this.least) return;
    this.list.push({ row, score });
    // Tidied up now and then: a heap would not keep those that are equal.
    if (this.list.length >= this.#tidyAt) this.#tidy();
  }

  #tidy() {
    this.list.sort((a, b) => b.score - a.score);
    const last = this.list[this.size - 1]?.score ?? Number.NEGATIVE_INFINITY;
    this.least = Math.min(last, this.floor);
    this.list = this.list.filter(({ score }) => score >= this.least);
    this.#tidyAt = 2 * this.list.length + 64;
  }
}

/** A number drawn for somebody in one ranking (FNV-1a, 32 bits). */
function lot(salt: string, userId: string): number {
  let hash = 0x811c9dc5;
  for (const character of `${salt} ${userId}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
