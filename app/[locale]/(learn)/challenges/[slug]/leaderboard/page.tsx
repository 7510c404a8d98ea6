import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import type { Locale } from "@/i18n/routing";
import { readChallenge } from "@/lib/challenges/read-challenge";
import { readLeaderboard } from "@/lib/challenges/read-leaderboard";

type Props = { params: Promise<{ slug: string; locale: Locale }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, locale } = await params;
  const { title } = await orNotFound(readChallenge(await currentActor(), slug));
  return { title: (await getTranslations("leaderboard"))("title", { title: title[locale] }) };
}

export default async function LeaderboardPage({ params }: Props) {
  const { slug, locale } = await params;
  const actor = await currentActor();
  const { title, kind } = await orNotFound(readChallenge(actor, slug));
  // What is compared by other measures has pages of its own.
  if (kind === "predictions") redirect(`/${locale}/challenges/${slug}/standings`);
  if (kind === "model") redirect(`/${locale}/challenges/${slug}/trade-offs`);
  if (kind === "quiz" || kind === "project") notFound();
  const rows = await readLeaderboard(actor, slug);
  const t = await getTranslations("leaderboard");
  const format = await getFormatter();
  const CELL = "px-3 py-2 sm:px-4";
  return (
    <Page title={t("title", { title: title[locale] })} lead={t("lead")}>
      {rows.length === 0 ? (
        <EmptyNote>{t("empty")}</EmptyNote>
      ) : (
        <section
          // A table that scrolls must be reachable by keyboard.
          tabIndex={0}
          aria-label={t("title", { title: title[locale] })}
          className="overflow-x-auto rounded-lg border border-line bg-raised"
        >
          <table className="w-full whitespace-nowrap text-sm">
            <thead className="border-line border-b text-left text-muted">
              <tr>
                {(["rank", "name", "score", "cpu", "when"] as const).map((column) => (
                  <th key={column} scope="col" className={`${CELL} font-medium`}>
                    {t(column)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="divide-y divide-line tabular-nums">
              {rows.map((row) => (
                <tr key={row.name} className={row.own ? "bg-accent-soft" : ""}>
                  <td className={CELL}>{row.rank}</td>
                  <th scope="row" className={`${CELL} text-left font-medium`}>
                    {row.name}
                    {row.own ? ` (${t("you")})` : ""}
                  </th>
                  <td className={CELL}>{format.number(row.score, { style: "percent" })}</td>
                  <td className={CELL}>{t("ms", { n: row.cpuMs })}</td>
                  <td className={CELL}>
                    {format.dateTime(new Date(row.at), { dateStyle: "medium" })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Page>
  );
}
