import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listSeasons } from "@/lib/seasons/list-seasons";
import { endSeasonAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.seasons"))("title") };
}

export default async function SeasonsPage() {
  const seasons = await orNotFound(listSeasons(await currentActor()));
  const t = await getTranslations("admin.seasons");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  const day = (at: string) => format.dateTime(new Date(at), { dateStyle: "medium" });
  return (
    <Page title={t("title")} lead={t("lead")}>
      {seasons.length === 0 ? <EmptyNote>{t("empty")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {seasons.map((season) => (
          <li key={season.challenge} className="flex flex-wrap items-end gap-3 px-4 py-3">
            <div className="w-full min-w-0 md:w-auto md:flex-1">
              <Link href={`/challenges/${season.challenge}`} className="font-medium underline">
                {season.title[locale]}
              </Link>
              <dl className="mt-1 flex flex-wrap gap-x-4 text-muted text-sm tabular-nums">
                <Fact name={t("number")} value={String(season.number)} />
                <Fact name={t("opened")} value={day(season.openedAt)} />
                <Fact name={t("ends")} value={day(season.closesAt)} />
                <Fact
                  name={t("files")}
                  value={season.prepared ? format.number(season.submissions) : t("preparing")}
                />
              </dl>
            </div>
            <Form action={endSeasonAction} summary={t("title")} prefix={`${season.challenge}-`}>
              <input type="hidden" name="season" value={season.id} />
              <SubmitButton variant="secondary">{t("end")}</SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Page>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div className="flex gap-1.5">
      <dt>{name}</dt>
      <dd className="text-ink">{value}</dd>
    </div>
  );
}
