import { getFormatter, getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import {
  ANSWER_WITHIN_DAYS,
  OBJECT_WITHIN_DAYS,
  TEXT_MAX,
} from "@/lib/credentials/appeal-revocation";
import { appealAction } from "./actions";
import type { Part } from "./page";

/** Why a credential was revoked, and what its holder may do about that. */
export async function Revocation({ credential }: Part) {
  const t = await getTranslations("skill.credential");
  const format = await getFormatter();
  const { revokedAt, revocationReason, revocationNote, appeal, mayAppeal } = credential;
  const reason = `reasons.${revocationReason}`;
  const date = format.dateTime(revokedAt ?? new Date(), { dateStyle: "long" });
  return (
    <>
      <Alert tone="bad" title={t("revoked", { date })}>
        <p className="mt-1 text-sm">
          {t.has(reason) ? t(reason as "reasons.evidence_withdrawn") : t("reasons.other")}
        </p>
        {revocationNote ? (
          <p className="mt-1 whitespace-pre-line break-words text-sm">{revocationNote}</p>
        ) : null}
      </Alert>
      {appeal ? (
        <Alert
          tone={appeal.status === "open" ? "info" : appeal.status === "upheld" ? "good" : "warn"}
          title={t(`appeal.${appeal.status}`, {
            date: format.dateTime(appeal.due, { dateStyle: "long" }),
          })}
        >
          <p className="mt-1 whitespace-pre-line break-words text-sm">{appeal.text}</p>
          {appeal.answer ? (
            <p className="mt-2 whitespace-pre-line break-words border-line border-t pt-2 text-sm">
              <span className="font-medium">{t("appeal.answer")}</span> {appeal.answer}
            </p>
          ) : null}
        </Alert>
      ) : null}
      {mayAppeal ? (
        <section className="rounded-lg border border-line bg-raised p-4">
          <h2 className="font-semibold">{t("appeal.title")}</h2>
          <p className="mb-3 text-sm">
            {t("appeal.lead", { within: OBJECT_WITHIN_DAYS, answer: ANSWER_WITHIN_DAYS })}
          </p>
          <Form action={appealAction} summary={t("summary")} prefix="appeal-">
            <input type="hidden" name="credential" value={credential.id} />
            <TextAreaField name="text" label={t("appeal.text")} rows={6} maxLength={TEXT_MAX} />
            <SubmitButton variant="secondary" className="justify-self-start">
              {t("appeal.send")}
            </SubmitButton>
          </Form>
        </section>
      ) : null}
    </>
  );
}
