import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { SearchForm } from "@/components/ui/search-form";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listCredentialAppeals, listIssued } from "@/lib/credentials/list-issued";
import { AppealCard } from "./appeal-card";
import { IssuedRow } from "./issued-row";

const query = z.object({
  search: z.string().max(200).catch(""),
  cursor: z.string().optional().catch(undefined),
});

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.credentials"))("title") };
}

export default async function CredentialsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { search, cursor } = query.parse(await searchParams);
  const actor = await currentActor();
  const appeals = await orNotFound(listCredentialAppeals(actor));
  const { credentials, next, address } = await listIssued(actor, {
    search,
    ...(cursor && { cursor }),
  });
  const t = await getTranslations("admin.credentials");
  return (
    <Page title={t("title")} lead={t("lead")}>
      {address?.startsWith("https:") ? null : (
        <div className="mb-6">
          <Alert tone="warn" title={t(address ? "notHttps" : "noAddress")}>
            <p className="mt-1 text-sm">{t("setAddress")}</p>
          </Alert>
        </div>
      )}
      {appeals.length > 0 ? (
        <section className="mb-8 grid gap-4">
          <h2 className="font-semibold">{t("appeals", { n: appeals.length })}</h2>
          {appeals.map((appeal) => (
            <AppealCard key={appeal.id} appeal={appeal} locale={locale} />
          ))}
        </section>
      ) : null}
      <SearchForm label={t("search")} submit={t("searchSubmit")} value={search} />
      {credentials.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {credentials.map((credential) => (
          <IssuedRow key={credential.id} credential={credential} locale={locale} />
        ))}
      </ul>
      {next ? (
        <Link
          href={{ pathname: "/admin/credentials", query: { search, cursor: next } }}
          className={buttonClass("secondary", "mt-4")}
        >
          {t("older")}
        </Link>
      ) : null}
    </Page>
  );
}
