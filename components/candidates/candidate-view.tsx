import { getFormatter, getTranslations } from "next-intl/server";
import { BandBar } from "@/components/skills/band-bar";
import { roundedBand } from "@/components/skills/rounded-band";
import { FactList } from "@/components/ui/fact-list";
import { LOCALES, type Locale } from "@/i18n/routing";
import { wordOfClaim } from "@/lib/candidates/claims";
import type { ResumeParts } from "@/lib/candidates/resume-parts";
import type { ShownCandidate } from "@/lib/candidates/show-candidates";
import { ResumeText } from "./resume-text";

type Props = { candidate: ShownCandidate; locale: Locale };

/** A candidate as an organisation sees him: what is proven beside what is claimed, then his words. */
export async function CandidateView({ candidate, locale }: Props) {
  const t = await getTranslations("candidate.view");
  const format = await getFormatter();
  const { masked, name, email, links, texts, skills } = candidate;
  const written = LOCALES.filter((one) => says(texts[one]));
  const shown = written.includes(locale) ? [locale] : written;
  const names = (type: "language" | "region") => new Intl.DisplayNames(locale, { type });
  const country = candidate.country ? (names("region").of(candidate.country) ?? "") : "";
  const spoken = candidate.languages.map(({ language, level }) =>
    t("spoken", {
      language: names("language").of(language) ?? language,
      level: t(`fluent.${level}`),
    }),
  );
  const places = candidate.workPlaces.map((place) => t(`workPlace.${place}`));
  const facts: [string, string][] = [
    [t("place"), [candidate.place, country].filter(Boolean).join(", ")],
    [t("workPlaces"), [...places, ...(candidate.relocates ? [t("relocates")] : [])].join(", ")],
    [t("availability"), t(`available.${candidate.availability}`)],
    [t("languages"), format.list(spoken, { type: "conjunction" })],
    [t("lastActive"), t(`active.${candidate.lastActive}`)],
    ...(email ? [[t("email"), email] as [string, string]] : []),
  ];
  return (
    <article className="grid min-w-0 gap-5 rounded-lg border border-line bg-raised p-4 sm:p-6">
      <header className="grid gap-1">
        <h3 className="break-words font-semibold text-xl">
          {masked ? t("masked", { name }) : name}
        </h3>
        {shown.map((one) => (
          <p key={one} lang={one} className="break-words text-muted">
            {texts[one]?.headline}
          </p>
        ))}
      </header>
      <FactList facts={facts.filter(([, value]) => value !== "")} />
      {links.length > 0 ? (
        <ul className="flex flex-wrap gap-x-4 gap-y-1">
          {links.map(({ label, url }) => (
            <li key={url}>
              <a href={url} rel="noopener noreferrer nofollow" className="text-accent underline">
                {label || url}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <Skills skills={skills} locale={locale} />
      {shown.map((one) => {
        const text = texts[one];
        return text ? <ResumeText key={one} text={text} lang={one} /> : null;
      })}
    </article>
  );
}

/** Whether anything is written in a language; where not, the other one is shown. */
const says = (text: ResumeParts | undefined) =>
  text !== undefined && Object.values(text).some((part) => part.length > 0);

type SkillsProps = { skills: ShownCandidate["skills"]; locale: Locale };

async function Skills({ skills, locale }: SkillsProps) {
  const t = await getTranslations("candidate.view");
  const levels = await getTranslations("candidate.editor.levels");
  const format = await getFormatter();
  if (skills.length === 0) return <p className="text-muted">{t("noSkills")}</p>;
  const proven = skills.filter(({ band }) => band !== null);
  const claimed = skills.filter(({ band }) => band === null);
  return (
    <div className="grid gap-5 lg:grid-cols-2">
      <section className="grid content-start gap-3">
        <h4 className="font-medium">{t("proven")}</h4>
        {proven.length === 0 ? <p className="text-muted text-sm">{t("noProven")}</p> : null}
        {proven.map(({ slug, title, band, evidence }) =>
          band ? (
            <div key={slug} className="grid gap-1">
              <p className="flex flex-wrap justify-between gap-x-3">
                <span className="break-words">{title[locale]}</span>
                <span className="text-muted text-sm tabular-nums">
                  {t("band", roundedBand(band))}
                </span>
              </p>
              <BandBar
                band={band}
                label={t("bandOf", { skill: title[locale], ...roundedBand(band) })}
              />
              <ul className="text-muted text-sm">
                {evidence.map((piece) => (
                  <li key={piece.challenge} className="break-words">
                    {t("piece", {
                      title: piece.title[locale],
                      score: format.number(piece.score, { style: "percent" }),
                    })}
                  </li>
                ))}
              </ul>
            </div>
          ) : null,
        )}
      </section>
      {claimed.length > 0 ? (
        <section className="grid content-start gap-2">
          <h4 className="font-medium">{t("claimed")}</h4>
          <p className="text-muted text-sm">{t("claimedHint")}</p>
          <ul className="flex flex-wrap gap-2">
            {claimed.map(({ slug, title, claimedLevel }) => (
              <li
                key={slug}
                className="rounded border border-line border-dashed px-2 py-0.5 text-sm"
              >
                {title[locale]} · {levels(wordOfClaim(claimedLevel ?? 0))}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
