import { readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { z } from "zod";

export type Tongue = "en" | "zh" | "mixed";
export type Form = "title" | "text";
export type Part = "development" | "test";
export type Entry = { id: string; role: string; language: Tongue; form: Form; text: string };
export type Query = Entry & { part: Part };

const list = z.array(z.string().min(1));
const both = z.object({ en: list, zh: list });
const either = z.object({ en: z.string(), zh: z.string() });
const rolesSchema = z.record(
  z.string(),
  z.object({
    part: z.enum(["development", "test"]),
    tools: list,
    query_titles: both,
    needs: both,
    titles: both.extend({ mixed: list }),
    deeds: both,
  }),
);
const phrasesSchema = z.object({
  query_openings: both,
  query_closings: both,
  openings: both,
  extras: both,
  before: either,
  asks_for: either,
  lists: either,
  common_tools: list,
});
const relationsSchema = z.record(z.enum(["1", "2"]), z.array(z.tuple([z.string(), z.string()])));

type Roles = z.infer<typeof rolesSchema>;
type Role = Roles[string];
type Phrases = z.infer<typeof phrasesSchema>;

const read = (name: string): unknown =>
  parse(readFileSync(path.resolve("bench/matching", name), "utf8"));

const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

/** Two tools of the trade and a common one. */
const asked = (role: Role, phrases: Phrases, variant: number, salt: number): string[] => [
  ...[variant * 2, variant * 2 + 1].map((at) => pick(role.tools, at)),
  pick(phrases.common_tools, salt),
];

/** Three tools of the trade, others for each text, and a common one. */
const listed = (role: Role, phrases: Phrases, variant: number, salt: number): string[] => [
  ...[0, 2, 3].map((step) => pick(role.tools, variant + step)),
  pick(phrases.common_tools, salt * 3 + 1),
];

/** Two needs of a role, and what one should have worked with, as an advert's text. */
function advert(role: Role, phrases: Phrases, language: Tongue, variant: number, salt: number) {
  const [first, second] = [variant, variant + 1];
  const tools = asked(role, phrases, variant, salt);
  const closing = phrases.query_closings;
  if (language === "zh") {
    const needs = `${pick(role.needs.zh, first)}；${pick(role.needs.zh, second)}`;
    const asks = `${phrases.asks_for.zh} ${tools.join("、")}`;
    return `${pick(phrases.query_openings.zh, salt)}${needs}。${asks}。${pick(closing.zh, salt + variant)}`;
  }
  const needs =
    language === "en"
      ? `${pick(role.needs.en, first)} and ${pick(role.needs.en, second)}`
      : `${pick(role.needs.en, first)}；${pick(role.needs.zh, second)}`;
  const asks =
    language === "en"
      ? `${phrases.asks_for.en} ${tools.join(", ")}`
      : `${phrases.asks_for.zh} ${tools.join("、")}`;
  const end = pick(closing[language === "en" ? "en" : "zh"], salt + variant);
  return `${pick(phrases.query_openings.en, salt)} ${needs}. ${asks}. ${end}`;
}

function queriesOf([slug, role]: [string, Role], salt: number, phrases: Phrases): Query[] {
  const query = (language: Tongue, form: Form, variant: number, text: string): Query => ({
    id: `q-${slug}-${language}-${form}-${variant}`,
    ...{ role: slug, part: role.part, language, form, text },
  });
  return [
    ...(["en", "zh"] as const).flatMap((language) =>
      role.query_titles[language].map((text, at) => query(language, "title", at, text)),
    ),
    ...(["en", "zh"] as const).flatMap((language) =>
      [0, 1].map((at) => query(language, "text", at, advert(role, phrases, language, at, salt))),
    ),
    query("mixed", "text", 0, advert(role, phrases, "mixed", 1, salt)),
  ];
}

/** What somebody writes of himself: two deeds, in every third text an earlier one of another role. */
function resume(
  roles: [string, Role][],
  index: number,
  language: Tongue,
  variant: number,
  phrases: Phrases,
): string {
  const role = (roles[index] as [string, Role])[1];
  // Far enough round the list not to be a neighbour, and another one for each text.
  const earlier = (pick(roles, index + 17 + variant * 5) as [string, Role])[1];
  const salt = index + variant;
  const tellsEarlier = salt % 3 === 0;
  const namesTitle = variant % 2 === 0;
  const { openings, extras, before, lists } = phrases;
  const tools = listed(role, phrases, variant, salt);
  if (language === "en") {
    const title = namesTitle ? `, ${pick(role.titles.en, variant / 2)}` : "";
    return [
      `${pick(openings.en, salt)}${title}.`,
      `${sentence(pick(role.deeds.en, variant))} ${sentence(pick(role.deeds.en, variant + 1))}`,
      tellsEarlier ? `${before.en} ${pick(earlier.deeds.en, salt)}.` : "",
      `${lists.en} ${tools.join(", ")}.`,
      pick(extras.en, salt),
    ]
      .filter((part) => part !== "")
      .join(" ");
  }
  const title = namesTitle ? `，${pick(role.titles.zh, variant / 2)}` : "";
  const deeds =
    language === "zh"
      ? `${pick(role.deeds.zh, variant)}。${pick(role.deeds.zh, variant + 1)}。`
      : `${pick(role.deeds.zh, variant)}。${sentence(pick(role.deeds.en, variant + 1))} `;
  const past = tellsEarlier ? `${before.zh}${pick(earlier.deeds.zh, salt)}。` : "";
  return `${pick(openings.zh, salt)}${title}。${deeds}${past}${lists.zh}${tools.join("、")}。${pick(extras.zh, salt)}`;
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function textsOf(roles: [string, Role][], index: number, phrases: Phrases): Entry[] {
  const [slug, role] = roles[index] as [string, Role];
  const entry = (language: Tongue, form: Form, variant: number, text: string): Entry => ({
    id: `d-${slug}-${language}-${form}-${variant}`,
    ...{ role: slug, language, form, text },
  });
  return (["en", "zh", "mixed"] as const).flatMap((language) => [
    ...role.titles[language].map((text, at) => entry(language, "title", at, text)),
    ...Array.from({ length: language === "mixed" ? 3 : 4 }, (_, at) =>
      entry(language, "text", at, resume(roles, index, language, at, phrases)),
    ),
  ]);
}

export type WrittenSet = {
  queries: Query[];
  texts: Entry[];
  /** The grade, 0 to 3, of a text of one role for a query of the other. */
  grade: (query: string, text: string) => number;
};

/** Puts the written set together; the same every time. */
export function writtenSet(): WrittenSet {
  const roles = Object.entries(rolesSchema.parse(read("roles.yaml")));
  const phrases = phrasesSchema.parse(read("phrases.yaml"));
  const grades = new Map<string, number>();
  for (const [grade, pairs] of Object.entries(relationsSchema.parse(read("relations.yaml")))) {
    for (const [a, b] of pairs) {
      grades.set(`${a} ${b}`, Number(grade));
      grades.set(`${b} ${a}`, Number(grade));
    }
  }
  return {
    queries: roles.flatMap((role, at) => queriesOf(role, at, phrases)),
    texts: roles.flatMap((_, at) => textsOf(roles, at, phrases)),
    grade: (query, text) => (query === text ? 3 : (grades.get(`${query} ${text}`) ?? 0)),
  };
}
