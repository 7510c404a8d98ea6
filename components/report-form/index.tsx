import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import type { FormAction } from "@/components/ui/form-state";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { REPORT_REASONS, REPORT_TEXT_MAX } from "@/lib/organisations/report-reasons";

type Props = {
  /** app/_session/report-action.ts; components do not know the app. */
  action: FormAction;
  organisationId: string;
  openingId?: string;
  messageId?: string;
};

/** Folded away below what it reports: an organisation, one of its openings, or a message. */
export async function ReportForm({ action, organisationId, openingId, messageId }: Props) {
  const t = await getTranslations("organisations");
  const what = messageId ? "message" : openingId ? "opening" : "organisation";
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-muted hover:text-ink">{t(`report.${what}`)}</summary>
      <div className="mt-3 max-w-xl">
        <Form
          action={action}
          summary={t("summary")}
          prefix={`report-${messageId ?? openingId ?? organisationId}-`}
        >
          <p>{t("report.lead")}</p>
          <input type="hidden" name="organisationId" value={organisationId} />
          <input type="hidden" name="openingId" value={openingId ?? ""} />
          <input type="hidden" name="messageId" value={messageId ?? ""} />
          <SelectField
            name="reason"
            label={t("report.reason")}
            options={REPORT_REASONS.map((value) => ({
              value,
              label: t(`report.reasons.${value}`),
            }))}
          />
          <TextAreaField
            name="text"
            label={t("report.text")}
            hint={t("report.textHint")}
            rows={4}
            maxLength={REPORT_TEXT_MAX}
          />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("report.submit")}
          </SubmitButton>
        </Form>
      </div>
    </details>
  );
}
