/** Which terms a text has and how often, by 32-bit hashes: small, and the same everywhere. */
export type Bag = {
  /** In the order in which terms first stand there. */
  ids: Uint32Array;
  counts: Uint16Array;
  /** Terms in all. */
  length: number;
};

/** FNV-1a over UTF-16 code units. 0 is left out: it marks an empty place in tables. */
export function termId(term: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < term.length; at++) {
    hash = Math.imul(hash ^ term.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0 || 1;
}

export function bagOf(terms: readonly string[]): Bag {
  const counts = new Map<number, number>();
  for (const term of terms) {
    const id = termId(term);
    counts.set(id, Math.min(0xffff, (counts.get(id) ?? 0) + 1));
  }
  return {
    ids: Uint32Array.from(counts.keys()),
    counts: Uint16Array.from(counts.values()),
    length: terms.length,
  };
}
