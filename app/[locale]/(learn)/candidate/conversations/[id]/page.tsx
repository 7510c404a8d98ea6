import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { orNotFound } from "@/app/_session/or-not-found";
import { reportAction } from "@/app/_session/report-action";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { MessageList } from "@/components/hiring/message-list";
import { ReportForm } from "@/components/report-form";
import { Alert } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { MoreLink } from "@/components/ui/more-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import { readOwnConversation } from "@/lib/hiring/read-own-conversation";
import { titleIn } from "@/lib/openings/opening-texts";
import { Heading } from "../../heading";
import { blockAction, messageAction } from "../actions";

type Props = {
  params: Promise<{ locale: Locale; id: string }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("hiring.conversations"))("title") };
}

export default async function ConversationPage({ params, searchParams }: Props) {
  const { locale, id } = await params;
  const path = `/candidate/conversations/${id}`;
  const actor = await requireSignIn(path);
  const before = oneOf((await searchParams).cursor);
  const conversation = await orNotFound(readOwnConversation(actor, id, { before }));
  const { opening, organisation, messages, earlier, open, blocked } = conversation;
  const t = await getTranslations("hiring");
  const named = { organisation: organisation.name };
  return (
    <>
      <Heading title={t("conversations.with", named)} lead={titleIn(opening, locale)} />
      <MoreLink path={path} next={earlier} label={t("messages.earlier")} />
      <MessageList
        messages={messages.map(({ fromCandidate, ...message }) => ({
          ...{ ...message, own: fromCandidate },
          sender: fromCandidate ? t("messages.you") : message.sender,
          act: fromCandidate ? null : (
            <ReportForm
              action={reportAction}
              organisationId={organisation.id}
              messageId={message.id}
            />
          ),
        }))}
      />
      {open ? (
        <div className="max-w-xl">
          <Form action={messageAction} summary={t("summary")} prefix="message-">
            <input type="hidden" name="candidacy" value={id} />
            <TextAreaField
              name="text"
              label={t("messages.text")}
              hint={t("messages.hint")}
              rows={4}
            />
            <SubmitButton className="justify-self-start">{t("messages.act")}</SubmitButton>
          </Form>
        </div>
      ) : (
        <Alert tone="warn">
          <p>{t(blocked ? "conversations.blocked" : "messages.closedForCandidate")}</p>
        </Alert>
      )}
      {blocked ? null : (
        <section className="grid max-w-xl gap-3 border-line border-t pt-4">
          <p className="text-muted text-sm">{t("conversations.blockLead")}</p>
          <Form action={blockAction} summary={t("summary")} prefix="block-">
            <input type="hidden" name="candidacy" value={id} />
            <SubmitButton variant="danger" className="justify-self-start">
              {t("conversations.block", named)}
            </SubmitButton>
          </Form>
        </section>
      )}
    </>
  );
}
