import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import { REPORT_OUTCOMES } from "@/lib/organisations/decide-report";
import type { ListedReport } from "@/lib/organisations/list-reports";
import type { REPORT_REASONS } from "@/lib/organisations/report-reasons";
import { decideAction } from "./actions";

type Reason = (typeof REPORT_REASONS)[number];

/** What was reported, by whom and why; while it is open, the form that decides it. */
export async function ReportCard({ report, locale }: { report: ListedReport; locale: Locale }) {
  const t = await getTranslations("organisations");
  const format = await getFormatter();
  const { id, reason, text, reporter, organisation, opening, message, status, answer } = report;
  const [first, second] = [opening?.titleEn, opening?.titleZh];
  const title = locale === "zh" ? second || first : first || second;
  return (
    <article className="rounded-lg border border-line bg-raised p-4 text-sm">
      <h3 className="break-words font-medium text-base">
        {organisation.name}
        {opening ? ` · ${title || t("reports.untitled")}` : ""}
      </h3>
      <p className="break-words text-muted">
        {t(`report.reasons.${reason as Reason}`)} ·{" "}
        {format.dateTime(report.createdAt, { dateStyle: "medium" })} ·{" "}
        {reporter ? `${reporter.name} (${reporter.email})` : t("reports.gone")} ·{" "}
        {t(`status.${organisation.status}`)}
      </p>
      {text ? <Quote label={t("reports.said")} text={text} /> : null}
      {message ? <Quote label={t("reports.message")} text={message.text} /> : null}
      {status === "open" ? (
        <Form action={decideAction} summary={t("summary")} prefix={`decide-${id}-`}>
          <input type="hidden" name="report" value={id} />
          <SelectField
            name="outcome"
            label={t("reports.outcome")}
            options={REPORT_OUTCOMES.filter(
              (value) => value !== "close_opening" || opening !== null,
            ).map((value) => ({ value, label: t(`reports.outcomes.${value}`) }))}
          />
          <TextAreaField
            name="answer"
            label={t("reports.answer")}
            hint={t("reports.answerHint")}
            rows={3}
            maxLength={2000}
            required
          />
          <SubmitButton className="justify-self-start">{t("reports.decide")}</SubmitButton>
        </Form>
      ) : (
        <Quote label={t(`reports.${status}`)} text={answer} />
      )}
    </article>
  );
}

function Quote({ label, text }: { label: string; text: string }) {
  return (
    <div className="my-3">
      <p className="text-muted">{label}</p>
      <blockquote className="whitespace-pre-line break-words border-edge border-l-4 pl-3">
        {text}
      </blockquote>
    </div>
  );
}
