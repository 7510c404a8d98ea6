import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { CandidacyRef } from "@/lib/hiring/candidacy-where";
import type { OpenedCandidacy } from "@/lib/hiring/read-candidacy";
import { inviteAction, withdrawAction } from "./actions";
import { CandidateFields } from "./candidate-fields";

type Props = { opened: OpenedCandidacy; ids: CandidacyRef };

/** The invitation that there is, and the way to one where none waits. */
export async function Invitation({ opened, ids }: Props) {
  const t = await getTranslations("hiring");
  const { invitation, opening } = opened;
  const askable = invitation?.state !== "sent" && invitation?.state !== "accepted";
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold text-lg">{t("invite.title")}</h2>
      {invitation ? <Sent invitation={invitation} ids={ids} /> : null}
      {askable && opening.status !== "open" ? <p>{t("invite.notOpen")}</p> : null}
      {askable && opening.status === "open" ? (
        <Form action={inviteAction} summary={t("summary")} prefix="invite-">
          <CandidateFields {...ids} />
          <TextAreaField name="text" label={t("invite.text")} hint={t("invite.lead")} rows={4} />
          <SubmitButton className="justify-self-start">{t("invite.act")}</SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}

type SentProps = { invitation: NonNullable<OpenedCandidacy["invitation"]>; ids: CandidacyRef };

async function Sent({ invitation, ids }: SentProps) {
  const t = await getTranslations("hiring");
  const format = await getFormatter();
  const day = (at: Date) => format.dateTime(at, { dateStyle: "medium" });
  const { state, text, sentAt, expiresAt, answer } = invitation;
  return (
    <div className="grid gap-2 text-sm">
      <p className="font-medium">{t(`invite.states.${state}`)}</p>
      <p className="text-muted">
        {t("invite.sentAt", { date: day(sentAt), until: day(expiresAt) })}
      </p>
      <p className="whitespace-pre-line break-words">{text}</p>
      {answer ? (
        <p className="break-words">
          {t("invite.answer")} <q>{answer}</q>
        </p>
      ) : null}
      {state === "sent" ? (
        <Form action={withdrawAction} summary={t("summary")} prefix="withdraw-">
          <CandidateFields {...ids} />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("invite.withdraw")}
          </SubmitButton>
        </Form>
      ) : null}
    </div>
  );
}
