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
  const proven = (locale: "en" | "zh") => skills.map(({ slug }) => title(slug)[locale]);
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
    texts: (["en", "zh"] as const).flatMap((locale) => {
      const own = parts.find((text) => text.locale === locale)?.parts;
      const redacted = own && redactResume(own, { names: [source.name], whole });
      const text = textOf(redacted, proven(locale), locale);
      return text === "" || (!own && parts.length > 0) ? [] : [{ locale, text }];
    }),
  };
}

const bySlug = (a: { slug: string }, b: { slug: string }) => (a.slug < b.slug ? -1 : 1);

/** What the person says of his work, then what he proved. Dates would tell an age. */
function textOf(parts: ResumeParts | undefined, proven: string[], locale: "en" | "zh"): string {
  const said = parts
    ? [
        parts.headline,
        parts.summary,
        ...parts.work.flatMap((one) => [one.position, one.summary, ...one.highlights]),
        ...parts.projects.flatMap((one) => [one.name, one.summary]),
        ...parts.education.flatMap((one) => [one.area, one.degree]),
      ]
    : [];
  const [end, comma, lead] = locale === "zh" ? ["。", "、", "已证明："] : [". ", ", ", "Proven: "];
  const evidence = proven.length > 0 ? [`${lead}${proven.join(comma)}`] : [];
  return [...said, ...evidence]
    .map((line) => line.trim().replace(/[.。;；]+$/u, ""))
    .filter((line) => line !== "")
    .map((line) => `${line}${end}`)
    .join("")
    .trim();
}
