import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { StandingsTable } from "@/components/standings-table";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readChallenge } from "@/lib/challenges/read-challenge";
import { readStandings } from "@/lib/seasons/read-standings";

type Props = {
  params: Promise<{ slug: string; locale: Locale }>;
  searchParams: Promise<Record<string, string | string[]>>;
};

const query = z.object({
  season: z.coerce.number().int().min(1).max(100_000).optional().catch(undefined),
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const { title } = await orNotFound(readChallenge(await currentActor(), slug));
  return { title: (await getTranslations("season.board"))("title", { title: title[locale] }) };
}

export default async function StandingsPage({ params, searchParams }: Props) {
  const { slug, locale } = await params;
  const { season } = query.parse(await searchParams);
  const actor = await currentActor();
  const { title } = await orNotFound(readChallenge(actor, slug));
  const standings = await orNotFound(readStandings(actor, slug, season));
  const t = await getTranslations("season");
  const format = await getFormatter();
  const { number, closesAt, closedAt, seasons, rows } = standings;
  const at = format.dateTime(new Date(closesAt), { dateStyle: "long" });
  const heading = t("board.title", { title: title[locale] });
  return (
    <Page title={heading} lead={t(closedAt ? "board.closed" : "board.open", { number, at })}>
      {seasons > 1 ? (
        <nav aria-label={t("earlier")} className="mb-4 flex flex-wrap gap-3 text-sm">
          {Array.from({ length: seasons }, (_, index) => seasons - index).map((one) => (
            <Link
              key={one}
              href={`/challenges/${slug}/standings?season=${one}`}
              aria-current={one === number ? "page" : undefined}
              className="text-accent underline aria-[current=page]:font-semibold aria-[current=page]:no-underline"
            >
              {t("season", { number: one })}
            </Link>
          ))}
        </nav>
      ) : null}
      {rows.length === 0 ? (
        <EmptyNote>{t("board.empty")}</EmptyNote>
      ) : (
        <StandingsTable title={heading} rows={rows} />
      )}
    </Page>
  );
}
