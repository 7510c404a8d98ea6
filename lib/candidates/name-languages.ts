import { nameOf } from "./code-names";
import { SPOKEN } from "./places";
import type { SpokenLanguages } from "./resume-parts";

const NAMES = new Map(
  SPOKEN.flatMap((code) =>
    ["en", "zh"].flatMap((locale) => {
      return [[nameOf("language", code, locale).toLowerCase(), code] as const];
    }),
  ),
);
for (const [name, code] of [
  ["mandarin", "zh"],
  ["putonghua", "zh"],
  ["普通话", "zh"],
  ["汉语", "zh"],
  ["英文", "en"],
  ["日文", "ja"],
] as const) {
  NAMES.set(name, code);
}

/** The code of the language that a text names, in English or Chinese; null where none. */
export function languageOf(text: string): string | null {
  const said = text.toLowerCase();
  if (SPOKEN.includes(said.trim())) return said.trim();
  for (const [name, code] of NAMES) if (said.includes(name)) return code;
  return null;
}

const LEVELS: [RegExp, SpokenLanguages[number]["level"]][] = [
  [/native|mother tongue|first language|母语/iu, "native"],
  [/fluent|proficient|c1|c2|full professional|bilingual|流利|精通|熟练/iu, "fluent"],
  [/basic|beginner|elementary|a1|a2|入门|初级|基础/iu, "basic"],
];

/** How well a text says that a language is spoken; where it says nothing, well enough for work. */
export const languageLevel = (text: string): SpokenLanguages[number]["level"] =>
  LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? "working";
