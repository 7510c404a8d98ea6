import type { OwnCandidate } from "@/lib/candidates/read-own-candidate";

type Fields = OwnCandidate["fields"];

/** What the editor holds: pay as it is typed. */
export type EditedProfile = Omit<Fields, "salaryWish"> & { salaryWish: string };

export type Option = { value: string; label: string };

export type Options = {
  countries: Option[];
  languages: Option[];
  currencies: Option[];
  skills: Option[];
};

type Texts = Fields["texts"];

/** One language's texts, with what is empty there taken from the other. */
export function filledFrom(texts: Texts, locale: "en" | "zh"): Texts {
  const own = texts[locale];
  const other = texts[locale === "en" ? "zh" : "en"];
  return {
    ...texts,
    [locale]: {
      headline: own.headline || other.headline,
      summary: own.summary || other.summary,
      work: own.work.length > 0 ? own.work : other.work,
      education: own.education.length > 0 ? own.education : other.education,
      projects: own.projects.length > 0 ? own.projects : other.projects,
    },
  };
}
