import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { EmptyNote } from "@/components/ui/empty-note";
import { MoreLink } from "@/components/ui/more-link";
import { Page } from "@/components/ui/page";
import type { Locale } from "@/i18n/routing";
import { listRankings } from "@/lib/matching/rankings/list-rankings";
import { RankingList } from "./ranking-list";

type Props = {
  params: Promise<{ organisation: string; locale: Locale }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching.search"))("recent") };
}

export default async function RankingsPage({ params, searchParams }: Props) {
  const { organisation, locale } = await params;
  const path = `/hire/${organisation}/rankings`;
  const actor = await requireSignIn(path);
  const query = { cursor: oneOf((await searchParams).cursor) };
  const { rankings, next } = await orNotFound(listRankings(actor, organisation, query));
  const t = await getTranslations("matching.search");
  return (
    <Page title={t("recent")}>
      {rankings.length === 0 ? (
        <EmptyNote>{t("none")}</EmptyNote>
      ) : (
        <RankingList organisation={organisation} rankings={rankings} locale={locale} />
      )}
      <MoreLink path={path} next={next} />
    </Page>
  );
}
