import type { Metadata } from "next";
import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { reportAction } from "@/app/_session/report-action";
import { JsonLd } from "@/components/openings/json-ld";
import { openingWords } from "@/components/openings/opening-words";
import { ReportForm } from "@/components/report-form";
import { buttonClass } from "@/components/ui/button";
import { FactList } from "@/components/ui/fact-list";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { jobPosting } from "@/lib/openings/job-posting";
import { spokenLocale } from "@/lib/openings/opening-texts";
import { type PublicOpening, readPublicOpening } from "@/lib/openings/read-public-opening";
import { publicUrl } from "@/lib/platform/env";
import { ApplyButton } from "./apply-button";

type Props = { params: Promise<{ locale: Locale; id: string }> };

const BOX = "rounded-lg border border-line bg-raised p-4";

function spoken(opening: PublicOpening, locale: Locale) {
  const lang = spokenLocale(opening, locale);
  const { titleEn, titleZh, textEn, textZh } = opening;
  return lang === "zh"
    ? { lang, title: titleZh, text: textZh }
    : { lang, title: titleEn, text: textEn };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, locale } = await params;
  const opening = await orNotFound(readPublicOpening(await currentActor(), id));
  const { title, text } = spoken(opening, locale);
  return { title, description: text.slice(0, 200) };
}

export default async function OpeningPage({ params }: Props) {
  const { id, locale } = await params;
  const actor = await currentActor();
  const opening = await orNotFound(readPublicOpening(actor, id));
  const t = await getTranslations("openings");
  const { lang, title, text } = spoken(opening, locale);
  const { organisation } = opening;
  const address = `${publicUrl()}/${locale}/openings/${opening.id}`;
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  const back = (
    <Link href="/openings" className={buttonClass("secondary")}>
      {t("all")}
    </Link>
  );
  return (
    <Page title={title} lead={organisation.name} aside={back}>
      <JsonLd data={jobPosting(opening, locale, address)} nonce={nonce} />
      <div className="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div className="grid min-w-0 content-start gap-6">
          <p lang={lang} className="max-w-prose whitespace-pre-line break-words">
            {text}
          </p>
          <Skills opening={opening} locale={locale} />
          {organisation.about ? (
            <section className={BOX}>
              <h2 className="mb-2 font-semibold">
                {t("about", { organisation: organisation.name })}
              </h2>
              <p className="max-w-prose whitespace-pre-line break-words">{organisation.about}</p>
            </section>
          ) : null}
        </div>
        <aside className="grid content-start gap-4">
          <div className={BOX}>
            <Facts opening={opening} locale={locale} />
          </div>
          {opening.blind ? <p className="text-muted text-sm">{t("blindNote")}</p> : null}
          <ApplyButton opening={opening} signedIn={actor.kind === "user"} locale={locale} />
          {actor.kind === "user" ? (
            <ReportForm
              action={reportAction}
              organisationId={organisation.id}
              openingId={opening.id}
            />
          ) : null}
        </aside>
      </div>
    </Page>
  );
}

type PartProps = { opening: PublicOpening; locale: Locale };

async function Skills({ opening, locale }: PartProps) {
  const t = await getTranslations("openings");
  return (
    <section className={BOX}>
      <h2 className="font-semibold">{t("skills")}</h2>
      <p className="mb-2 text-muted text-sm">{t("skillsLead")}</p>
      <ul className="divide-y divide-line">
        {opening.skills.map(({ slug, title, level, must }) => (
          <li key={slug} className="flex flex-wrap justify-between gap-x-4 py-1.5">
            <span>{title[locale]}</span>
            <span className="text-muted text-sm tabular-nums">
              {t("skillLevel", { level })} · {t(must ? "must" : "nice")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

async function Facts({ opening, locale }: PartProps) {
  const t = await getTranslations("openings");
  const words = await openingWords(locale);
  const { knockOuts, closesAt, experience, organisation } = opening;
  const facts: [Parameters<typeof t>[0], string][] = [
    ["facts.place", words.place(opening)],
    ["facts.work", words.workPlaces(opening.workPlaces)],
    ["facts.pay", words.pay(opening)],
    ["facts.languages", words.languages(opening.languages)],
    ["facts.experience", words.experience(experience)],
    ["facts.closes", closesAt ? words.day(closesAt) : ""],
    [
      "facts.knockOuts",
      knockOuts.map((one) => t(`edit.knockOutNames.${one as "language" | "country"}`)).join("; "),
    ],
    ["facts.website", organisation.website],
  ];
  return (
    <FactList
      facts={facts.filter(([, value]) => value !== "").map(([key, value]) => [t(key), value])}
    />
  );
}
