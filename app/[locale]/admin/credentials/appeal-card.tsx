import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import { TEXT_MAX } from "@/lib/credentials/appeal-revocation";
import type { listCredentialAppeals } from "@/lib/credentials/list-issued";
import { decideAction } from "./actions";

type Open = Awaited<ReturnType<typeof listCredentialAppeals>>[number];

/** A holder's objection, and the form that answers it. */
export async function AppealCard({ appeal, locale }: { appeal: Open; locale: Locale }) {
  const t = await getTranslations("admin.credentials");
  const reasons = await getTranslations("skill.credential.reasons");
  const format = await getFormatter();
  const { id, text, holder, title, reason, note, due } = appeal;
  const isLate = due < new Date();
  return (
    <article className="rounded-lg border border-line bg-raised p-4">
      <h3 className="font-medium">
        {holder} · {title[locale]}
      </h3>
      <p className={isLate ? "text-bad text-sm" : "text-muted text-sm"}>
        {t(isLate ? "overdue" : "due", { date: format.dateTime(due, { dateStyle: "medium" }) })}
      </p>
      <p className="mt-2 text-sm">
        {reason !== null && reasons.has(reason) ? reasons(reason as "other") : reasons("other")}
        {note ? ` ${note}` : ""}
      </p>
      <blockquote className="my-3 whitespace-pre-line break-words border-edge border-l-4 pl-3 text-sm">
        {text}
      </blockquote>
      <Form action={decideAction} summary={t("summary")} prefix={`decide-${id}-`}>
        <input type="hidden" name="credential" value={id} />
        <SelectField
          name="outcome"
          label={t("outcome")}
          options={[
            { value: "decline", label: t("decline") },
            { value: "uphold", label: t("uphold") },
          ]}
        />
        <TextAreaField name="answer" label={t("answer")} rows={4} maxLength={TEXT_MAX} />
        <SubmitButton className="justify-self-start">{t("decide")}</SubmitButton>
      </Form>
    </article>
  );
}
