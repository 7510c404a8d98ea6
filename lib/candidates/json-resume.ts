import { z } from "zod";
import { clipped, inLine } from "./clipped";
import { nameOf } from "./code-names";
import { COUNTRIES } from "./places";
import type { ResumeParts, SpokenLanguages } from "./resume-parts";

/** Names of a fluency, as JSON Resumes have them, by how well they say it is. */
const FLUENCY = {
  basic: "Basic",
  working: "Professional working",
  fluent: "Fluent",
  native: "Native speaker",
} as const;

export type Portable = {
  name: string;
  email: string;
  text: ResumeParts;
  place: string;
  country: string;
  languages: SpokenLanguages;
  links: { label: string; url: string }[];
  /** Where more of him is to be read; or empty. */
  url: string;
  skills: { name: string; level: string }[];
};

const filled = <T extends object>(fields: T) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== ""));

const period = ({ start, end }: { start: string; end: string }) =>
  filled({ startDate: start, endDate: end });

/** A profile in one language as JSON Resume 1.0.0. Wishes for pay are not in it. Pure. */
export function toJsonResume(profile: Portable, locale: "en" | "zh") {
  const { text, place, country, links } = profile;
  return {
    $schema: "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json",
    basics: {
      ...{ name: profile.name, email: profile.email },
      ...filled({ label: text.headline, summary: text.summary, url: profile.url }),
      location: filled({ city: place, countryCode: country }),
      profiles: links.map(({ label, url }) => ({ network: label, url })),
    },
    work: text.work.map(({ name, position, summary, highlights, ...part }) => ({
      ...{ ...filled({ name, position, summary }), highlights, ...period(part) },
    })),
    education: text.education.map(({ institution, area, degree, ...part }) => ({
      ...{ ...filled({ institution, area, studyType: degree }), ...period(part) },
    })),
    projects: text.projects.map(({ name, url, summary, ...part }) => ({
      ...{ ...filled({ name, url, description: summary }), ...period(part) },
    })),
    languages: profile.languages.map(({ language, level }) => ({
      ...{ language: nameOf("language", language, locale), fluency: FLUENCY[level] },
    })),
    skills: profile.skills,
    meta: { version: "v1.0.0" },
  };
}

const text = z.string().catch("");
const texts = z.array(text).catch([]);
const rows = <T extends z.ZodRawShape>(shape: T) =>
  z.array(z.object(shape).catch({} as never)).catch([]);
const dates = { startDate: text, endDate: text };

const jsonResume = z.object({
  basics: z
    .object({
      ...{ label: text, summary: text, url: text },
      location: z.object({ city: text, countryCode: text }).catch({ city: "", countryCode: "" }),
      profiles: rows({ network: text, url: text }),
    })
    .catch({
      ...{ label: "", summary: "", url: "", profiles: [] },
      location: { city: "", countryCode: "" },
    }),
  work: rows({ name: text, position: text, summary: text, highlights: texts, ...dates }),
  education: rows({ institution: text, area: text, studyType: text, ...dates }),
  projects: rows({ name: text, url: text, description: text, highlights: texts, ...dates }),
  languages: rows({ language: text, fluency: text }),
  skills: rows({ name: text, keywords: texts }),
});

/** What a JSON Resume proposes; null for what is none. What does not fit is left out. Pure. */
export function fromJsonResume(input: unknown) {
  const parsed = jsonResume.safeParse(input);
  if (!parsed.success || !isResume(input)) return null;
  const { basics, work, education, projects, languages, skills } = parsed.data;
  const urls = [{ network: "", url: basics.url }, ...basics.profiles];
  return {
    place: inLine(basics.location.city, 120),
    country: COUNTRIES.find((code) => code === basics.location.countryCode.toUpperCase()) ?? "",
    links: urls
      .filter(({ url }) => url !== "")
      .map(({ network, url }) => ({ label: inLine(network, 60), url })),
    languages: languages.map(({ language, fluency }) => ({ language, fluency })),
    skills: skills.flatMap(({ name, keywords }) => [name, ...keywords]),
    text: clipped({
      ...{ headline: basics.label, summary: basics.summary },
      work: work.map(({ startDate, endDate, ...one }) => ({
        ...{ ...one, start: startDate, end: endDate },
      })),
      education: education.map(({ startDate, endDate, studyType, ...one }) => ({
        ...{ ...one, degree: studyType, start: startDate, end: endDate },
      })),
      projects: projects.map(({ startDate, endDate, description, highlights, ...one }) => ({
        ...{ ...one, start: startDate, end: endDate },
        summary: [description, ...highlights].filter(Boolean).join("\n"),
      })),
    }),
  };
}

const isResume = (input: unknown) =>
  typeof input === "object" &&
  input !== null &&
  ["basics", "work", "education", "projects", "skills"].some((part) => part in input);
