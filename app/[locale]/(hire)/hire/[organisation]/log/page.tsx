import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import { readLog } from "@/lib/organisations/read-log";

type Props = {
  params: Promise<{ organisation: string }>;
  searchParams: Promise<Record<string, string | string[]>>;
};
type Event = Awaited<ReturnType<typeof readLog>>["events"][number];

const query = z.object({ cursor: z.string().optional().catch(undefined) });

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("organisations.nav"))("log") };
}

export default async function LogPage({ params, searchParams }: Props) {
  const { organisation: slug } = await params;
  const { cursor } = query.parse(await searchParams);
  const actor = await requireSignIn(`/hire/${slug}/log`);
  const log = await orNotFound(readLog(actor, slug, cursor ? { cursor } : {}));
  const t = await getTranslations("organisations");
  return (
    <Page title={t("nav.log")} lead={t("log.lead")}>
      {log.events.length === 0 ? <EmptyNote>{t("log.none")}</EmptyNote> : null}
      <ol className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {log.events.map((event) => (
          <LogRow key={event.id} event={event} />
        ))}
      </ol>
      {log.next ? (
        <Link
          href={{ pathname: `/hire/${slug}/log`, query: { cursor: log.next } }}
          className={buttonClass("secondary", "mt-4")}
        >
          {t("admin.older")}
        </Link>
      ) : null}
    </Page>
  );
}

async function LogRow({ event }: { event: Event }) {
  const t = await getTranslations("organisations");
  const format = await getFormatter();
  const { at, action, actor, byCandidate, about, role, reason, limit } = event;
  // What has no sentence yet is shown by its own name: nothing is left out of a log.
  const key = action.replaceAll(".", "_") as "organisation_founded";
  const roleKey = `roles.${role}` as "roles.owner";
  const what = t.has(`log.actions.${key}`) ? t(`log.actions.${key}`) : action;
  const limitKey = `limits.${limit}` as "limits.rankings";
  const details = [
    about,
    role && t.has(roleKey) ? t(roleKey) : null,
    limit && t.has(limitKey) ? t(limitKey) : null,
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2 text-sm sm:grid-cols-[10rem_minmax(0,1fr)]">
      <time dateTime={at.toISOString()} className="text-muted tabular-nums">
        {format.dateTime(at, { dateStyle: "short", timeStyle: "medium" })}
      </time>
      <div className="min-w-0 break-words">
        {what}
        {details ? ` (${details})` : ""}
        <span className="text-muted">
          {" "}
          · {actor ?? t(byCandidate ? "log.candidate" : "log.nobody")}
        </span>
        {reason ? <p className="whitespace-pre-line text-muted">{reason}</p> : null}
      </div>
    </li>
  );
}
