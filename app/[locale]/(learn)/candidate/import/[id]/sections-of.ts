import type { Locale } from "@/i18n/routing";
import { nameOf } from "@/lib/candidates/code-names";
import type { OwnImport } from "@/lib/candidates/read-import";

type Key =
  | "headline"
  | "summary"
  | "work"
  | "education"
  | "projects"
  | "languages"
  | "links"
  | "place"
  | "country"
  | "claims";
type Proposed = {
  name: string;
  title: string;
  more: string;
  /** Ticked at first: it takes nothing away that is there. */
  isNew: boolean;
};
type Section = { key: Key; proposed: Proposed[]; present: string[] };

const joined = (parts: string[]) => parts.filter(Boolean).join(" · ");
const period = ({ start, end }: { start: string; end: string }) =>
  start === "" && end === "" ? "" : `${start} – ${end}`;

/** The parts of a proposal that hold something, each beside what the profile has there. */
export function sectionsOf(read: OwnImport, locale: Locale): Section[] {
  const { proposal, present, skills } = read;
  if (!proposal) return [];
  const { text } = proposal;
  const own = present.texts[read.locale];
  const titles = new Map(skills.map(({ slug, title }) => [slug, title[locale]]));
  const countryOf = (code: string) => (code === "" ? "" : nameOf("region", code, locale));
  const single = (key: "headline" | "summary" | "place" | "country", is: string, was: string) => ({
    key,
    proposed:
      is === "" || is === was ? [] : [{ name: key, title: is, more: "", isNew: was === "" }],
    present: was === "" ? [] : [was],
  });
  const many = <T>(
    ...[key, name, parts, was, said]: [Key, string, T[], T[], (part: T) => [string, string]]
  ) => ({
    key,
    proposed: parts.map((part, index) => {
      const [title, more] = said(part);
      const isNew = !was.some((one) => said(one)[0] === title);
      return { name: `${name}.${index}`, title, more, isNew };
    }),
    present: was.map((part) => said(part)[0]),
  });
  const sections: Section[] = [
    single("headline", text.headline, own.headline),
    single("summary", text.summary, own.summary),
    many(
      "work",
      "work",
      text.work,
      own.work,
      ({ position, name, summary, highlights, ...part }) => [
        joined([position, name, period(part)]),
        [summary, ...highlights].filter(Boolean).join("\n"),
      ],
    ),
    many("education", "education", text.education, own.education, (part) => [
      joined([part.degree, part.area, part.institution, period(part)]),
      "",
    ]),
    many("projects", "project", text.projects, own.projects, ({ name, summary, ...part }) => [
      joined([name, period(part)]),
      summary,
    ]),
    many("languages", "language", proposal.languages, present.languages, (part) => [
      nameOf("language", part.language, locale),
      "",
    ]),
    many("links", "link", proposal.links, present.links, ({ url }) => [url, ""]),
    single("place", proposal.place, present.place),
    single("country", countryOf(proposal.country), countryOf(present.country)),
    {
      key: "claims",
      proposed: proposal.skills
        .filter((slug) => !present.claims.some(({ skill }) => skill === slug))
        .map((slug) => ({
          ...{ name: `skill.${slug}`, title: titles.get(slug) ?? slug, more: "", isNew: false },
        })),
      present: present.claims.map(({ skill }) => titles.get(skill) ?? skill),
    },
  ];
  return sections.filter(({ proposed }) => proposed.length > 0);
}
