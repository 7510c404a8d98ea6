import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Factors } from "@/components/matching/factors";
import { MatchScore } from "@/components/matching/match-score";
import { EmptyNote } from "@/components/ui/empty-note";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { nameOf } from "@/lib/candidates/code-names";
import { type RankedOpening, readOpeningsForMe } from "@/lib/matching/rankings/rank-openings";
import { titleIn } from "@/lib/openings/opening-texts";
import { Heading } from "../heading";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("own.title") };
}

export default async function OwnOpeningsPage({ params }: Props) {
  const { locale } = await params;
  const actor = await requireSignIn("/candidate/openings");
  const { isCandidate, openings, newest, concerned, title } = await readOpeningsForMe(actor);
  const t = await getTranslations("matching");
  return (
    <>
      <Heading title={t("own.title")} lead={t("own.lead")} />
      {concerned.length > 0 ? (
        <section>
          <h2 className="mb-2 font-semibold">{t("own.applied")}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {concerned.map((opening) => (
              <li key={opening.id} className="p-3">
                <Link
                  href={`/candidate/openings/${opening.id}`}
                  className="break-words text-accent underline"
                >
                  {titleIn(opening, locale)}
                </Link>{" "}
                <span className="text-muted text-sm">{opening.organisation}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {openings === null ? (
        <EmptyNote>
          {isCandidate ? (
            t("own.waiting")
          ) : (
            <>
              {t("own.noProfile")}{" "}
              <Link href="/candidate" className="text-accent underline">
                {t("own.toProfile")}
              </Link>
            </>
          )}
        </EmptyNote>
      ) : openings.length === 0 ? (
        <EmptyNote>{t("own.none")}</EmptyNote>
      ) : (
        <ol className="grid gap-3">
          {openings.map((opening) => (
            <Opening key={opening.id} opening={opening} title={title} locale={locale} />
          ))}
        </ol>
      )}
      {newest === null ? null : (
        <p className="text-muted text-sm">
          {t("own.newest", { n: newest })}{" "}
          <Link href="/openings" className="text-accent underline">
            {t("own.allOpenings")}
          </Link>
        </p>
      )}
    </>
  );
}

type OpeningProps = {
  opening: RankedOpening;
  title: Awaited<ReturnType<typeof readOpeningsForMe>>["title"];
  locale: Locale;
};

async function Opening({ opening, title, locale }: OpeningProps) {
  const t = await getTranslations("matching");
  const { id, organisation, place, country, workPlaces, explanation, excluded } = opening;
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-64">
          <Link href={`/openings/${id}`} className="break-words font-medium text-accent underline">
            {titleIn(opening, locale)}
          </Link>
          <p className="break-words text-muted text-sm">
            {[
              organisation,
              place,
              country ? nameOf("region", country, locale) : "",
              workPlaces.map((one) => t(`workPlaces.${one}`)).join(" / "),
            ]
              .filter((part) => part !== "")
              .join(" · ")}
          </p>
          {excluded ? <p className="text-sm text-warn">{t("own.excluded")}</p> : null}
        </div>
        <div className="w-full sm:w-64">
          <MatchScore result={explanation} />
        </div>
      </div>
      <details className="mt-3">
        <summary className="cursor-pointer font-medium text-sm">{t("own.why")}</summary>
        <Factors result={explanation} title={title} locale={locale} />
      </details>
      <Link
        href={`/candidate/openings/${id}`}
        className="mt-2 inline-block text-accent text-sm underline"
      >
        {t("own.gap")}
      </Link>
    </li>
  );
}
