/** Words for how well something has to be known, strongest first. */
const LEVELS: [number, RegExp][] = [
  [
    80,
    /\b(experts?|expertise|mastery|master|in-depth|deep|extensive|world-class)\b|精通|专家|深入|深厚/iu,
  ],
  [70, /\b(proficient|proficiency|strong|solid|advanced|fluent|excellent)\b|熟练|扎实|丰富/iu],
  [60, /\b(experience|experienced|hands-on|good|working knowledge|practical)\b|掌握|熟悉|经验/iu],
  [
    45,
    /\b(familiar|familiarity|basic|understanding|knowledge|exposure|awareness|some)\b|了解|基础|接触过/iu,
  ],
];

const USUAL = 60;

const levelIn = (text: string) => LEVELS.find(([, words]) => words.test(text))?.[0];

/** The level that a sentence asks of what it names, on 0 to 100: nearest words first. */
export function guessLevel(sentence: string, at?: number): number {
  if (at !== undefined) {
    const clauses = sentence.split(/(?<=[，,；;、])/u);
    let start = 0;
    for (const clause of clauses) {
      if (at < start + clause.length) {
        // "familiar with A, B and C" speaks of all three.
        const level = levelIn(clause) ?? levelIn(sentence.slice(0, start));
        if (level !== undefined) return level;
        break;
      }
      start += clause.length;
    }
  }
  return levelIn(sentence) ?? USUAL;
}
