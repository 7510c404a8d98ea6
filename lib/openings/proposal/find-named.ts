import { guessLevel } from "./guess-level";
import type { ProposedSkill } from "./proposal";
import type { Sentence } from "./split-sentences";

/** A skill with all that it is called. */
export type SkillWords = { slug: string; names: string[]; meaning: string };

const HAN = /\p{Script=Han}/u;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Short names in capitals are words too when written small: RAG and rag. */
const SHORT = 4;

function patternOf(name: string): RegExp {
  if (HAN.test(name)) return new RegExp(escaped(name), "iu");
  const exact = name.length <= SHORT && name === name.toUpperCase();
  const body = escaped(name).replaceAll(/[\s-]+/g, "[\\s-]+");
  return new RegExp(
    `(?<![\\p{Script=Latin}\\p{N}_+#])${body}s?(?![\\p{Script=Latin}\\p{N}_+#])`,
    exact ? "u" : "iu",
  );
}

/** Skills that the sentences name, by title or alias: each once, where it is first asked for. */
export function findNamed(sentences: Sentence[], skills: readonly SkillWords[]): ProposedSkill[] {
  return skills.flatMap(({ slug, names }) => {
    const patterns = names.map(patternOf);
    const hits = sentences.flatMap((sentence) => {
      const at = patterns
        .map((pattern) => sentence.text.search(pattern))
        .filter((place) => place >= 0);
      return at.length > 0 ? [{ sentence, at: Math.min(...at) }] : [];
    });
    // What has to be counts, also where it is named among the nice things before.
    const hit = hits.find((one) => one.sentence.must) ?? hits[0];
    if (!hit) return [];
    const { text, must } = hit.sentence;
    return [{ slug, must, sentence: text, level: guessLevel(text, hit.at), by: "name" as const }];
  });
}
