import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Page } from "@/components/ui/page";
import type { Locale } from "@/i18n/routing";
import { readSearchPage } from "@/lib/matching/rankings/read-search-page";
import { Asked } from "./asked";
import { SearchFieldsForm } from "./search-fields-form";

type Props = {
  params: Promise<{ organisation: string; locale: Locale }>;
  searchParams: Promise<{ opening?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("search.title") };
}

export default async function SearchPage({ params, searchParams }: Props) {
  const { organisation, locale } = await params;
  const { opening = "" } = await searchParams;
  const actor = await requireSignIn(`/hire/${organisation}/search`);
  const found = await orNotFound(readSearchPage(actor, organisation));
  const t = await getTranslations("matching");
  return (
    <Page title={t("search.title")} lead={t("search.lead")}>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <SearchFieldsForm
          organisation={organisation}
          openings={found.openings}
          skills={found.skills}
          opening={opening}
          locale={locale}
        />
        <Asked organisation={organisation} found={found} locale={locale} />
      </div>
    </Page>
  );
}
