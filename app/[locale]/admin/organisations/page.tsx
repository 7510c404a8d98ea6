import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { SearchForm } from "@/components/ui/search-form";
import { Link } from "@/i18n/navigation";
import { listOrganisations } from "@/lib/organisations/list-organisations";
import { OrganisationRow } from "./organisation-row";

const query = z.object({
  search: z.string().max(200).catch(""),
  cursor: z.string().optional().catch(undefined),
});

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.admin"))("title") };
}

export default async function OrganisationsPage({ searchParams }: Props) {
  const { search, cursor } = query.parse(await searchParams);
  const list = listOrganisations(await currentActor(), { search, ...(cursor && { cursor }) });
  const { organisations, next } = await orNotFound(list);
  const t = await getTranslations("organisations.admin");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <SearchForm label={t("search")} submit={t("searchSubmit")} value={search} />
      {organisations.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {organisations.map((organisation) => (
          <OrganisationRow key={organisation.id} organisation={organisation} />
        ))}
      </ul>
      {next ? (
        <Link
          href={{ pathname: "/admin/organisations", query: { search, cursor: next } }}
          className={buttonClass("secondary", "mt-4")}
        >
          {t("older")}
        </Link>
      ) : null}
    </Page>
  );
}
