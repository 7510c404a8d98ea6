import { institutionsOf, redactResume } from "@/lib/candidates/redact";
import { type ResumeParts, resumeParts, spokenLanguages } from "@/lib/candidates/resume-parts";
import type { Localized } from "@/lib/content/schemas";
import type { Candidate, CandidateSkill, CandidateText } from "@/lib/platform/prisma/client";
import type { MatchContent } from "./match-content";
import { monthsWorked } from "./months-worked";

export type MatchSource = Pick<
  Candidate,
  "country" | "workPlaces" | "relocates" | "availability" | "languages"
> & {
  texts: CandidateText[];
  skills: CandidateSkill[];
  estimates: { skillSlug: string; mean: number; sd: number }[];
  /** Taken out of the texts; it goes nowhere else. */
  name: string;
};

/**
 * What matching reads of a candidate, from what he keeps of himself.
 * @param title of a skill of the map
 * @param thisMonth YYYY-MM, where a job that has not ended is counted up to
 */
export function buildContent(
  source: MatchSource,
  title: (slug: string) => Localized,
  thisMonth: string,
): MatchContent {
  const shown = new Set(source.skills.filter((one) => one.showsBand).map((one) => one.skillSlug));
  const skills = source.estimates
    .filter(({ skillSlug }) => shown.has(skillSlug))
    .map(({ skillSlug, mean, sd }) => ({ slug: skillSlug, mean, sd }))
    .sort(bySlug);
  const measured = new Set(skills.map(({ slug }) => slug));
  const parts = source.texts.map((row) => ({ locale: row.locale, parts: resumeParts.parse(row) }));
  const whole = parts.flatMap((text) => institutionsOf(text.parts));
  return {
    skills,
    claims: source.skills
      .flatMap(({ skillSlug, claimedLevel }) =>
        claimedLevel === null || measured.has(skillSlug)
          ? []
          : [{ slug: skillSlug, level: claimedLevel }],
      )
      .sort(bySlug),
    facts: {
      country: source.country,
      workPlaces: [...source.workPlaces].sort(),
      relocates: source.relocates,
      availability: source.availability,
      languages: spokenLanguages.parse(source.languages),
      experience: monthsWorked(
        parts.flatMap((text) => text.parts.work),
        thisMonth,
      ),
    },
    texts: textsOf(
      parts.map((text) => ({
        locale: text.locale,
        said: saidIn(redactResume(text.parts, { names: [source.name], whole })),
      })),
      (locale) => skills.map(({ slug }) => title(slug)[locale]),
    ),
  };
}

const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1);

/** What the person says of his work. Dates would tell an age. */
const saidIn = (parts: ResumeParts): string[] =>
  [
    parts.headline,
    parts.summary,
    ...parts.work.flatMap((one) => [one.position, one.summary, ...one.highlights]),
    ...parts.projects.flatMap((one) => [one.name, one.summary]),
    ...parts.education.flatMap((one) => [one.area, one.degree]),
  ]
    .map((line) => line.trim().replace(/[.。;；]+$/u, ""))
    .filter((line) => line !== "");

/**
 * A text in each language that something is said in, with what was proved behind it; where nothing
 * is said at all, what was proved alone, in both.
 */
function textsOf(
  said: readonly { locale: string; said: string[] }[],
  proven: (locale: "en" | "zh") => string[],
): MatchContent["texts"] {
  const speaks = said.some((text) => text.said.length > 0);
  return (["en", "zh"] as const).flatMap((locale) => {
    const own = said.find((text) => text.locale === locale)?.said ?? [];
    if (speaks && own.length === 0) return [];
    const [end, comma, lead] =
      locale === "zh" ? ["。", "、", "已证明："] : [". ", ", ", "Proven: "];
    const skills = proven(locale);
    const lines = skills.length > 0 ? [...own, `${lead}${skills.join(comma)}`] : own;
    const text = lines
      .map((line) => `${line}${end}`)
      .join("")
      .trim();
    return text === "" ? [] : [{ locale, text }];
  });
}
