import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { EmptyNote } from "@/components/ui/empty-note";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listViews } from "@/lib/candidates/list-views";
import { Heading } from "../heading";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("candidate.nav"))("seen") };
}

export default async function SeenPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const { cursor } = await searchParams;
  const actor = await requireSignIn("/candidate/seen");
  const { days, next } = await listViews(actor, typeof cursor === "string" ? { cursor } : {});
  const t = await getTranslations("candidate.seen");
  const format = await getFormatter();
  return (
    <>
      <Heading title={t("title")} lead={t("lead")} />
      {days.length === 0 ? <EmptyNote>{t("empty")}</EmptyNote> : null}
      {days.map(({ day, views }) => (
        <section key={day.toISOString()} className="grid max-w-3xl gap-2">
          <h2 className="border-line border-b pb-1 font-semibold">
            {format.dateTime(day, { dateStyle: "full", timeZone: "UTC" })}
          </h2>
          <ul className="grid gap-2">
            {views.map(({ id, organisation, opening, kind, count, reason, reasons }) => {
              const title = opening ? titleOf(opening, locale) : "";
              return (
                <li key={id} className="min-w-0 break-words">
                  <span className="font-medium">{organisation.name}</span>{" "}
                  {t(`kind.${kind}`, { n: count })}
                  {title ? ` ${t("opening", { title })}` : null}
                  {reasons ? (
                    <Link href={reasons} className="ml-2 text-accent text-sm underline">
                      {t("why")}
                    </Link>
                  ) : null}
                  {reason ? <q className="block text-muted text-sm">{reason}</q> : null}
                </li>
              );
            })}
          </ul>
        </section>
      ))}
      {next ? (
        <Link
          href={{ pathname: "/candidate/seen", query: { cursor: next } }}
          className="justify-self-start text-accent underline"
        >
          {t("older")}
        </Link>
      ) : null}
    </>
  );
}

type Titled = { titleEn: string; titleZh: string };

const titleOf = ({ titleEn, titleZh }: Titled, locale: Locale) =>
  (locale === "zh" ? titleZh || titleEn : titleEn || titleZh) || "";
