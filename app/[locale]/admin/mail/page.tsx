import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import { listMail } from "@/lib/mail/list-mail";

const query = z.object({ cursor: z.string().optional().catch(undefined) });
type Props = { searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.mail"))("title") };
}

export default async function MailPage({ searchParams }: Props) {
  const { cursor } = query.parse(await searchParams);
  const list = listMail(await currentActor(), cursor ? { cursor } : {});
  const { messages, next } = await orNotFound(list);
  const t = await getTranslations("admin.mail");
  const format = await getFormatter();
  return (
    <Page title={t("title")} lead={t("lead")}>
      {messages.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {messages.map((message) => (
          <li
            key={message.id}
            className="relative grid gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface sm:grid-cols-[1fr_1fr_5rem_11rem]"
          >
            <Link
              href={`/admin/mail/${message.id}`}
              className="font-medium after:absolute after:inset-0"
            >
              {message.subject}
            </Link>
            <span className="break-all text-sm">{message.recipient}</span>
            <span className="text-sm">{t(`status.${message.status}`)}</span>
            <span className="text-muted text-sm tabular-nums">
              {format.dateTime(message.createdAt, { dateStyle: "medium", timeStyle: "short" })}
            </span>
          </li>
        ))}
      </ul>
      {next ? (
        <Link
          href={{ pathname: "/admin/mail", query: { cursor: next } }}
          className={buttonClass("secondary", "mt-4")}
        >
          {t("older")}
        </Link>
      ) : null}
    </Page>
  );
}
