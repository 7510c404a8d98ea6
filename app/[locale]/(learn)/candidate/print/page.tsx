import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { ResumeText } from "@/components/candidates/resume-text";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { FactList } from "@/components/ui/fact-list";
import { PrintButton } from "@/components/ui/print-button";
import { Link } from "@/i18n/navigation";
import { LOCALES, type Locale } from "@/i18n/routing";
import { nameOf } from "@/lib/candidates/code-names";
import { readOwnCandidate } from "@/lib/candidates/read-own-candidate";
import { readOwnProofs } from "@/lib/candidates/read-own-proofs";
import { publicUrl } from "@/lib/platform/env";
import { Heading } from "../heading";
import { MeasuredSkills } from "./measured-skills";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("candidate.print"))("title") };
}

/** The profile for paper, or for a PDF by the browser, in the language of the page. */
export default async function PrintPage({ params }: Props) {
  const { locale } = await params;
  const actor = await requireSignIn("/candidate/print");
  const [{ fields, name, email, skills, isNew }, proofs] = await Promise.all([
    readOwnCandidate(actor),
    readOwnProofs(actor),
  ]);
  const t = await getTranslations("candidate.print");
  const view = await getTranslations("candidate.view");
  const format = await getFormatter();
  const { place, country, languages, links, claims, texts } = fields;
  const titles = new Map(skills.map(({ slug, title }) => [slug, title[locale]]));
  const measured = new Set(proofs.skills.map(({ slug }) => slug));
  const claimed = claims.filter(({ skill }) => !measured.has(skill));
  const facts: [string, string][] = [
    [t("contact"), email],
    [
      view("place"),
      [place, country && nameOf("region", country, locale)].filter(Boolean).join(", "),
    ],
    [
      t("languages"),
      format.list(
        languages.map(({ language, level }) =>
          view("spoken", {
            language: nameOf("language", language, locale),
            level: view(`fluent.${level}`),
          }),
        ),
        { style: "narrow" },
      ),
    ],
    [t("claims"), claimed.map(({ skill }) => titles.get(skill) ?? skill).join(", ")],
    [t("profile"), proofs.profile ?? ""],
    [t("links"), links.map(({ url }) => url).join(" ")],
  ];
  return (
    <>
      <div className="grid gap-4 print:hidden">
        <Heading title={t("title")} lead={t("lead")}>
          <PrintButton label={t("print")} />
          <a
            href={`/${locale}/candidate/export/resume.json`}
            download
            className={buttonClass("secondary")}
          >
            {t("json")}
          </a>
        </Heading>
        <p className="flex gap-3 text-sm">
          {t("language")}:
          {LOCALES.map((one) => (
            <Link
              key={one}
              href="/candidate/print"
              locale={one}
              lang={one}
              aria-current={one === locale ? "true" : undefined}
              className="text-accent underline aria-[current]:font-medium aria-[current]:text-ink aria-[current]:no-underline"
            >
              {one === "zh" ? "中文" : "English"}
            </Link>
          ))}
        </p>
      </div>
      {isNew ? (
        <EmptyNote>{t("empty")}</EmptyNote>
      ) : (
        <article className="grid max-w-3xl gap-5 rounded-lg border border-line bg-raised p-6 print:max-w-none print:border-0 print:p-0 print:text-[10.5pt]">
          <header>
            <h2 className="break-words font-semibold text-2xl">{name}</h2>
            <p className="break-words text-muted">{texts[locale].headline}</p>
          </header>
          <FactList facts={facts.filter(([, value]) => value !== "")} />
          <ResumeText text={texts[locale]} lang={locale}>
            <MeasuredSkills
              skills={proofs.skills}
              host={new URL(publicUrl()).host}
              locale={locale}
            />
          </ResumeText>
        </article>
      )}
    </>
  );
}
