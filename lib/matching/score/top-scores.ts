import { fullScore, type Matchable, type PreparedRequest, partialScore } from "./score-candidate";

export type Contender = Matchable & { userId: string };

export type Placed<C extends Contender> = { contender: C; score: number; rank: number };

const BUCKETS = 1024;

/**
 * The best `limit` contenders, best first; equal scores share a rank. Exact: meaning, which takes
 * longest, adds at most its weight, so contenders are taken in the order of the rest of their score
 * until nobody who is left could still reach the last place (the threshold algorithm of Fagin, Lotem
 * & Naor 2003, with one sorted list in buckets).
 * @param also placed in any case, with the rank that they have among all
 * @param salt decides the order of equal scores, which is by nothing that a person can influence
 */
export function topScores<C extends Contender>(
  prepared: PreparedRequest,
  contenders: readonly C[],
  { limit, also, salt }: { limit: number; also: ReadonlySet<string>; salt: string },
): Placed<C>[] {
  const partial = Float64Array.from(contenders, (each) => partialScore(prepared, each));
  const everybody = contenders.some(({ userId }) => also.has(userId));
  const best = new Best(everybody ? contenders.length : limit);
  const most = prepared.weights.meaning;
  const buckets = inBuckets(partial);
  for (let bucket = BUCKETS - 1; bucket >= 0; bucket--) {
    const highest = (bucket + 1) / BUCKETS + most;
    if (best.full && highest < best.least) break;
    for (const at of buckets[bucket] ?? []) {
      const part = partial[at] as number;
      if (best.full && part + most < best.least) continue;
      best.offer(at, fullScore(prepared, part, (contenders[at] as C).texts));
    }
  }
  const placed = best.list
    .map(({ at, score }) => ({ contender: contenders[at] as C, score }))
    .sort(
      (a, b) => b.score - a.score || lot(salt, a.contender.userId) - lot(salt, b.contender.userId),
    );
  let rank = 0;
  return placed
    .map((each, at) => {
      if (at === 0 || each.score < (placed[at - 1]?.score ?? 0)) rank = at + 1;
      return { ...each, rank };
    })
    .filter(({ contender }, at) => at < limit || also.has(contender.userId));
}

function inBuckets(partial: Float64Array): (number[] | undefined)[] {
  const buckets: (number[] | undefined)[] = new Array(BUCKETS);
  partial.forEach((score, at) => {
    const bucket = Math.min(BUCKETS - 1, Math.max(0, Math.floor(score * BUCKETS)));
    const members = buckets[bucket];
    if (members) members.push(at);
    else buckets[bucket] = [at];
  });
  return buckets;
}

type Held = { at: number; score: number };

/** The best so many of what was offered, and every one that equals the last of them. */
class Best {
  list: Held[] = [];
  least = Number.NEGATIVE_INFINITY;

  constructor(readonly size: number) {}

  get full(): boolean {
    return this.list.length >= this.size;
  }

  offer(at: number, score: number) {
    if (this.full && score < this.least) return;
    this.list.push({ at, score });
    // Tidied up now and then: a heap would not keep those that are equal.
    if (this.list.length === this.size || this.list.length >= 2 * this.size + 64) this.#tidy();
  }

  #tidy() {
    this.list.sort((a, b) => b.score - a.score);
    this.least = this.list[this.size - 1]?.score ?? Number.NEGATIVE_INFINITY;
    this.list = this.list.filter(({ score }) => score >= this.least);
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
