import { getTranslations } from "next-intl/server";
import { MessageList } from "@/components/hiring/message-list";
import { Form } from "@/components/ui/form";
import { MoreLink } from "@/components/ui/more-link";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { CandidacyRef } from "@/lib/hiring/candidacy-where";
import type { OpenedCandidacy } from "@/lib/hiring/read-candidacy";
import { messageAction } from "./actions";
import { CandidateFields } from "./candidate-fields";

/** The talk, once the candidate applied or accepted. */
export async function Conversation({
  opened,
  ids,
}: {
  opened: OpenedCandidacy;
  ids: CandidacyRef;
}) {
  const t = await getTranslations("hiring");
  const { messages, earlier, talks, recruits } = opened;
  const { organisation, opening, candidate } = ids;
  return (
    <section className="grid gap-3">
      <h2 className="font-semibold text-lg">{t("messages.title")}</h2>
      <MoreLink
        path={`/hire/${organisation}/openings/${opening}/candidates/${candidate}`}
        next={earlier}
        label={t("messages.earlier")}
      />
      <MessageList
        messages={messages.map(({ fromCandidate, ...message }) => ({
          ...{ ...message, own: !fromCandidate },
        }))}
      />
      {talks ? null : <p className="text-muted">{t("messages.closed")}</p>}
      {talks && recruits ? (
        <Form action={messageAction} summary={t("summary")} prefix="message-">
          <CandidateFields {...ids} />
          <TextAreaField
            name="text"
            label={t("messages.text")}
            hint={t("messages.hint")}
            rows={4}
          />
          <SubmitButton className="justify-self-start">{t("messages.act")}</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}
