import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listMarking } from "@/lib/projects/list-marking";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("project.marking"))("title") };
}

export default async function MarkingPage() {
  const marking = await orNotFound(listMarking(await currentActor()));
  const t = await getTranslations("project.marking");
  const locale = (await getLocale()) as Locale;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid gap-8">
        <Queue title={t("toMark")} none={t("noneToMark")} pieces={marking.toMark} />
        <Queue title={t("outliers")} none={t("noOutliers")} pieces={marking.outliers} />
        <Queue title={t("appeals")} none={t("noAppeals")} pieces={marking.appeals} />
        <section>
          <h2 className="mb-3 font-semibold">{t("projects")}</h2>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {marking.projects.map(({ slug, title, waiting, reviewing, marked }) => (
              <li
                key={slug}
                className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface"
              >
                <Link
                  href={`/admin/marking/projects/${slug}`}
                  className="flex-1 font-medium after:absolute after:inset-0"
                >
                  {title[locale]}
                </Link>
                <span className="text-muted text-sm">
                  {t("counts", { waiting, reviewing, marked })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

type Piece = Awaited<ReturnType<typeof listMarking>>["toMark"][number];

async function Queue({ title, none, pieces }: { title: string; none: string; pieces: Piece[] }) {
  const t = await getTranslations("project.marking");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  return (
    <section>
      <h2 className="mb-3 font-semibold">{title}</h2>
      {pieces.length === 0 ? <EmptyNote>{none}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {pieces.map((piece) => (
          <li
            key={piece.id}
            className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface"
          >
            <Link
              href={`/admin/marking/${piece.id}`}
              className="min-w-40 flex-1 font-medium after:absolute after:inset-0"
            >
              {piece.title[locale]}
            </Link>
            <span className="text-muted text-sm">
              {t("peers", { sent: piece.sent, total: piece.peers, missed: piece.missed })}
            </span>
            {piece.dueAt ? (
              <span className="text-muted text-sm">
                {t("due", { at: format.dateTime(new Date(piece.dueAt), { dateStyle: "medium" }) })}
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}
