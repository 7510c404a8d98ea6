import { guessLevel } from "./guess-level";
import type { ProposedSkill } from "./proposal";
import type { Sentence } from "./split-sentences";

type Embedded<T> = T & { vector: Float32Array };

/**
 * From here on a sentence is taken to speak of a skill: chosen on the written examples that
 * docs/openings.md describes.
 */
export const MEANT_FROM = 0.4;
/** A sentence speaks of a few things; more would be noise to tick away. */
const MOST_A_SENTENCE = 2;

function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Skills that sentences come close to in meaning, without those that are named anyway. */
export function findMeant(
  sentences: Embedded<Sentence>[],
  skills: Embedded<{ slug: string }>[],
  named: ReadonlySet<string>,
): ProposedSkill[] {
  const best = new Map<string, { near: number; sentence: Sentence }>();
  for (const { vector, ...sentence } of sentences) {
    const close = skills
      .map(({ slug, vector: other }) => ({ slug, near: cosine(vector, other) }))
      .filter(({ near }) => near >= MEANT_FROM)
      .sort((a, b) => b.near - a.near || (a.slug < b.slug ? -1 : 1))
      .slice(0, MOST_A_SENTENCE);
    for (const { slug, near } of close) {
      if (named.has(slug) || near <= (best.get(slug)?.near ?? 0)) continue;
      best.set(slug, { near, sentence });
    }
  }
  return [...best]
    .sort(([, a], [, b]) => b.near - a.near)
    .map(
      ([
        slug,
        {
          sentence: { text, must },
        },
      ]) => ({
        ...{ slug, must, sentence: text, level: guessLevel(text), by: "meaning" as const },
      }),
    );
}
