import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { VerdictMark } from "@/components/ui/verdict-mark";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listDevices } from "@/lib/devices/list-devices";
import { readOverview } from "@/lib/workers/read-overview";
import { DeviceList } from "./device-list";
import { EventRow } from "./event-row";
import { WorkersTable } from "./workers-table";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.overview"))("title") };
}

export default async function OverviewPage() {
  const actor = await currentActor();
  const overview = await orNotFound(readOverview(actor));
  const devices = await orNotFound(listDevices(actor));
  const t = await getTranslations("admin.overview");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  const { queue, today, verdicts, failures, users } = overview;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <dl className="mb-8 grid grid-cols-2 gap-3 md:grid-cols-4">
        <Figure name={t("queued")} value={queue.queued} />
        <Figure name={t("running")} value={queue.running} />
        <Figure name={t("today")} value={today.reduce((sum, row) => sum + row.count, 0)} />
        <Figure name={t("accounts")} value={users} />
      </dl>
      {queue.oldestAt ? (
        <p className="mb-6 text-sm text-warn">
          {t("oldest", { at: format.dateTime(new Date(queue.oldestAt), { timeStyle: "medium" }) })}
        </p>
      ) : null}
      <section className="mb-8">
        <h2 className="mb-3 font-semibold">{t("workers")}</h2>
        <WorkersTable workers={overview.workers} />
      </section>
      <section className="mb-8">
        <h2 className="mb-3 font-semibold">{(await getTranslations("admin.devices"))("title")}</h2>
        <DeviceList devices={devices} />
      </section>
      <div className="grid gap-8 lg:grid-cols-2">
        <section>
          <h2 className="mb-3 font-semibold">{t("verdicts")}</h2>
          {verdicts.length === 0 ? <EmptyNote>{t("noVerdicts")}</EmptyNote> : null}
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
            {verdicts.map((row) => (
              <EventRow key={row.id} at={row.finishedAt}>
                <Link href={`/submissions/${row.id}`} className="min-w-32 flex-1 hover:underline">
                  {row.title[locale]}
                </Link>
                {row.attempt > 1 ? (
                  <span className="text-warn">{t("attempt", { n: row.attempt })}</span>
                ) : null}
                {row.verdict ? <VerdictMark verdict={row.verdict} /> : null}
              </EventRow>
            ))}
          </ul>
        </section>
        <section>
          <h2 className="mb-3 font-semibold">{t("failures")}</h2>
          {failures.length === 0 ? <EmptyNote>{t("noFailures")}</EmptyNote> : null}
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
            {failures.map((failure) => (
              <EventRow key={failure.id} at={failure.at}>
                <Link
                  href={`/submissions/${failure.subject.replace("submission:", "")}`}
                  className="flex-1 hover:underline"
                >
                  {t(
                    failure.action === "grading.checker_error"
                      ? "actions.checker_error"
                      : "actions.infrastructure_error",
                  )}
                </Link>
              </EventRow>
            ))}
          </ul>
        </section>
      </div>
    </Page>
  );
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div className="rounded-lg border border-line bg-raised px-4 py-3">
      <dt className="text-muted text-sm">{name}</dt>
      <dd className="font-semibold text-2xl tabular-nums">{value}</dd>
    </div>
  );
}
