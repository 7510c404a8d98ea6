import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { openingWords } from "@/components/openings/opening-words";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listOpenings } from "@/lib/openings/list-openings";
import { titleIn } from "@/lib/openings/opening-texts";

type Props = {
  params: Promise<{ locale: Locale; organisation: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("openings"))("title") };
}

export default async function OwnOpeningsPage({ params, searchParams }: Props) {
  const { locale, organisation } = await params;
  const { cursor } = await searchParams;
  const path = `/hire/${organisation}/openings`;
  const actor = await requireSignIn(path);
  const query = { cursor: typeof cursor === "string" ? cursor : undefined };
  const list = await orNotFound(listOpenings(actor, organisation, query));
  const t = await getTranslations("openings");
  const words = await openingWords(locale);
  const begin = list.edits ? (
    <Link href={`${path}/new`} className={buttonClass()}>
      {t("own.new")}
    </Link>
  ) : null;
  return (
    <Page title={t("own.title")} lead={t("own.lead")} aside={begin}>
      {list.verified ? null : (
        <Alert tone="warn" className="mb-4">
          <p>{t("own.unverified")}</p>
        </Alert>
      )}
      {list.openings.length === 0 ? <EmptyNote>{t("own.empty")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {list.openings.map((opening) => (
          <li key={opening.id} className="flex flex-wrap items-end justify-between gap-3 px-4 py-3">
            <div className="min-w-0">
              <Link href={`${path}/${opening.id}`} className="break-words font-medium underline">
                {titleIn(opening, locale) || t("own.untitled")}
              </Link>
              <p className="flex flex-wrap gap-x-3 text-muted text-sm">
                <span>{t(`own.status.${opening.status}`)}</span>
                {opening.public ? null : <span>{t("own.notPublic")}</span>}
                {opening.place ? <span>{opening.place}</span> : null}
                {opening.publishedAt ? (
                  <span>{t("published", { date: words.day(opening.publishedAt) })}</span>
                ) : null}
              </p>
            </div>
            {list.verified ? (
              <Link href={`${path}/${opening.id}/candidates`} className={buttonClass("secondary")}>
                {t("own.candidates")}
              </Link>
            ) : null}
          </li>
        ))}
      </ul>
      {list.next ? (
        <Link
          href={{ pathname: path, query: { cursor: list.next } }}
          className={buttonClass("secondary", "mt-4")}
        >
          {t("more")}
        </Link>
      ) : null}
    </Page>
  );
}
