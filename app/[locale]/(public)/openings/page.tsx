import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openingWords } from "@/components/openings/opening-words";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listPublicOpenings, openingFilters } from "@/lib/openings/list-public-openings";
import { titleIn } from "@/lib/openings/opening-texts";
import { OpeningFilterForm } from "./opening-filters";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("openings");
  return { title: t("title"), description: t("lead") };
}

export default async function OpeningsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const query = await searchParams;
  const filters = openingFilters.parse(query);
  const cursor = typeof query.cursor === "string" ? query.cursor : undefined;
  const { openings, next } = await listPublicOpenings(filters, { cursor });
  const t = await getTranslations("openings");
  const words = await openingWords(locale);
  const filtered = Object.values(filters).some(Boolean);
  return (
    <Page title={t("title")} lead={t("lead")}>
      <OpeningFilterForm filters={filters} locale={locale} />
      {openings.length === 0 ? (
        <EmptyNote>{t(filtered ? "emptyFiltered" : "empty")}</EmptyNote>
      ) : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {openings.map((opening) => (
          <li key={opening.id} className="grid gap-1 px-4 py-3">
            <h2 className="min-w-0 break-words font-medium">
              <Link href={`/openings/${opening.id}`} className="underline">
                {titleIn(opening, locale)}
              </Link>
            </h2>
            <p className="min-w-0 break-words text-sm">{opening.organisation.name}</p>
            <p className="flex flex-wrap gap-x-4 text-muted text-sm tabular-nums">
              {[
                words.place(opening),
                words.workPlaces(opening.workPlaces),
                words.pay(opening),
                opening.publishedAt ? t("published", { date: words.day(opening.publishedAt) }) : "",
              ]
                .filter(Boolean)
                .map((fact) => (
                  <span key={fact}>{fact}</span>
                ))}
            </p>
          </li>
        ))}
      </ul>
      {next ? (
        <Link
          href={{ pathname: "/openings", query: { ...filters, cursor: next } }}
          className={buttonClass("secondary", "mt-4")}
        >
          {t("more")}
        </Link>
      ) : null}
    </Page>
  );
}
