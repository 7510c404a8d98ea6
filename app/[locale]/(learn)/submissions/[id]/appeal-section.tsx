import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { APPEAL_DAYS } from "@/lib/projects/appeal";
import type { ResultView } from "@/lib/projects/read-result";
import { appealAction } from "./project-actions";

type Props = { id: string; result: ResultView; own: boolean };

/** An objection to the marks: how it stands, or the way to raise it. */
export async function AppealSection({ id, result, own }: Props) {
  const t = await getTranslations("project.appeal");
  const { appeal } = result;
  if (appeal) {
    return (
      <Alert
        tone={appeal.status === "open" ? "info" : appeal.status === "upheld" ? "good" : "warn"}
        title={t(`status.${appeal.status}`)}
      >
        <p className="mt-1 whitespace-pre-line break-words text-sm">{appeal.text}</p>
        {appeal.answer ? (
          <p className="mt-2 whitespace-pre-line break-words border-line border-t pt-2 text-sm">
            <span className="font-medium">{t("answer")}</span> {appeal.answer}
          </p>
        ) : null}
      </Alert>
    );
  }
  if (!own || !result.mayAppeal) return null;
  return (
    <details className="rounded-lg border border-line bg-raised">
      <summary className="cursor-pointer px-4 py-3 font-medium">{t("title")}</summary>
      <div className="border-line border-t p-4">
        <p className="mb-3 text-sm">{t("lead", { days: APPEAL_DAYS })}</p>
        <Form action={appealAction} summary={t("summary")} prefix="appeal-">
          <input type="hidden" name="submission" value={id} />
          <TextAreaField name="text" label={t("text")} rows={6} maxLength={4000} />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("send")}
          </SubmitButton>
        </Form>
      </div>
    </details>
  );
}
