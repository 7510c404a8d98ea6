import type { ImportProposal } from "./import-proposal";
import type { OwnCandidate } from "./read-own-candidate";

type Fields = OwnCandidate["fields"];

/**
 * A profile with what was ticked of a proposal: texts in place of what was there, parts of lists
 * behind what was there. Ticks go by name and place, as "headline", "work.0", "skill.rnn". Pure.
 */
export function mergeProposal(
  present: Fields,
  proposal: ImportProposal,
  locale: "en" | "zh",
  ticked: ReadonlySet<string>,
): Fields {
  const { text, links, languages, place, country, skills } = proposal;
  const own = present.texts[locale];
  const taken = <T>(name: string, parts: readonly T[]) =>
    parts.filter((_, index) => ticked.has(`${name}.${index}`));
  const added = languages.filter(
    ({ language }, index) =>
      ticked.has(`language.${index}`) &&
      !present.languages.some((one) => one.language === language),
  );
  const claimed = skills.filter(
    (slug) => ticked.has(`skill.${slug}`) && !present.claims.some(({ skill }) => skill === slug),
  );
  const urls = new Set(present.links.map(({ url }) => url));
  return {
    ...present,
    texts: {
      ...present.texts,
      [locale]: {
        headline: ticked.has("headline") ? text.headline : own.headline,
        summary: ticked.has("summary") ? text.summary : own.summary,
        work: [...own.work, ...taken("work", text.work)],
        education: [...own.education, ...taken("education", text.education)],
        projects: [...own.projects, ...taken("project", text.projects)],
      },
    },
    place: ticked.has("place") ? place : present.place,
    country: ticked.has("country") ? country : present.country,
    links: [...present.links, ...taken("link", links).filter(({ url }) => !urls.has(url))],
    languages: [...present.languages, ...added],
    claims: [...present.claims, ...claimed.map((skill) => ({ skill, level: "working" as const }))],
  };
}
