import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { EmptyNote } from "@/components/ui/empty-note";
import { MoreLink } from "@/components/ui/more-link";
import type { Locale } from "@/i18n/routing";
import { listSearchRanks } from "@/lib/matching/rankings/list-search-ranks";
import { Heading } from "../../heading";
import { Rank } from "../../rank";

type Props = {
  params: Promise<{ locale: Locale; organisation: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("own.whyTitle") };
}

/** Why an organisation's searches placed him where they did. */
export default async function SearchRanksPage({ params, searchParams }: Props) {
  const { locale, organisation: id } = await params;
  const path = `/candidate/seen/${id}`;
  const actor = await requireSignIn(path);
  const query = { cursor: oneOf((await searchParams).cursor) };
  const { organisation, ranks, next } = await orNotFound(listSearchRanks(actor, id, query));
  const t = await getTranslations("matching");
  return (
    <>
      <Heading
        title={t("own.searches", { organisation: organisation.name })}
        lead={t("own.searchesLead")}
      />
      {ranks.length === 0 ? <EmptyNote>{t("own.noSearches")}</EmptyNote> : null}
      {ranks.map((placed) => (
        <Rank
          key={placed.rankingId}
          placed={placed}
          organisation={organisation.name}
          locale={locale}
        />
      ))}
      <MoreLink path={path} next={next} />
    </>
  );
}
