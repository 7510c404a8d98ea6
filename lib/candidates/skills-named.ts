/** A word by which a skill of the map goes. */
export type Alias = { word: string; skill: string };

const HAN = /\p{Script=Han}/u;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Short words count as they are written alone: "RAG" is a skill, "rag" is a cloth. */
function patternOf(word: string): RegExp {
  if (HAN.test(word)) return new RegExp(escaped(word), "gu");
  const flags = word.length <= 4 ? "gu" : "giu";
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped(word)}(?![\\p{L}\\p{N}])`, flags);
}

const MOST = 40;

/**
 * Skills of the map that a text names, by their titles and aliases, in the map's order. A longer
 * word is taken out first, so that no shorter one is found inside of it. Pure.
 */
export function skillsNamed(text: string, aliases: readonly Alias[]): string[] {
  const words = [...new Set(aliases.map(({ word }) => word))].sort((a, b) => b.length - a.length);
  const named = new Set<string>();
  let rest = text;
  for (const word of words) {
    const without = rest.replace(patternOf(word), "\0");
    if (without !== rest) named.add(word);
    rest = without;
  }
  const found = aliases.filter(({ word }) => named.has(word)).map(({ skill }) => skill);
  return [...new Set(found)].slice(0, MOST);
}
