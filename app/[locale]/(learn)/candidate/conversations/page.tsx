import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { buttonClass } from "@/components/ui/button";
import { EmptyNote } from "@/components/ui/empty-note";
import { MoreLink } from "@/components/ui/more-link";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { type ListedConversation, listOwnConversations } from "@/lib/hiring/list-own-conversations";
import { titleIn } from "@/lib/openings/opening-texts";
import { Heading } from "../heading";

type Props = {
  params: Promise<{ locale: Locale }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.conversations"))("title") };
}

/** An invitation that waits is answered first; after that there is a conversation. */
const pathOf = ({ id, invitation, messages }: ListedConversation) =>
  invitation && invitation !== "accepted" && messages === 0
    ? `/candidate/invitations/${id}`
    : `/candidate/conversations/${id}`;

export default async function ConversationsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  const path = "/candidate/conversations";
  const actor = await requireSignIn(path);
  const cursor = oneOf((await searchParams).cursor);
  const { conversations, next } = await listOwnConversations(actor, { cursor });
  const t = await getTranslations("hiring");
  const format = await getFormatter();
  return (
    <>
      <Heading title={t("conversations.title")} lead={t("conversations.lead")} />
      {conversations.length === 0 ? (
        <>
          <EmptyNote>{t("conversations.empty")}</EmptyNote>
          <Link
            href="/candidate/consent"
            className={buttonClass("secondary", "justify-self-start")}
          >
            {t("conversations.consent")}
          </Link>
        </>
      ) : null}
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised empty:hidden">
        {conversations.map((one) => (
          <li key={one.id} className="grid gap-1 px-4 py-3">
            <Link href={pathOf(one)} className="min-w-0 break-words font-medium underline">
              {one.opening.organisation.name} · {titleIn(one.opening, locale)}
            </Link>
            <p className="flex flex-wrap gap-x-4 text-muted text-sm">
              {one.invitation ? (
                <span>
                  {t("conversations.invitation")}: {t(`invitation.states.${one.invitation}`)}
                </span>
              ) : null}
              {one.unread > 0 ? (
                <strong className="text-ink">{t("conversations.new", { n: one.unread })}</strong>
              ) : null}
              <span>{format.dateTime(one.at, { dateStyle: "medium", timeStyle: "short" })}</span>
            </p>
          </li>
        ))}
      </ul>
      <MoreLink path={path} next={next} />
    </>
  );
}
