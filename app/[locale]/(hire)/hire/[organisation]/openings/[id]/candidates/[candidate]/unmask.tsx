import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { CandidacyRef } from "@/lib/hiring/candidacy-where";
import { unmaskAction } from "./actions";
import { CandidateFields } from "./candidate-fields";

/** The way to a name: for a reason, and the candidate hears of it. */
export async function Unmask({ ids }: { ids: CandidacyRef }) {
  const t = await getTranslations("hiring");
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold text-lg">{t("unmask.title")}</h2>
      <p className="text-muted text-sm">{t("unmask.lead")}</p>
      <Form action={unmaskAction} summary={t("summary")} prefix="unmask-">
        <CandidateFields {...ids} />
        <TextAreaField name="reason" label={t("unmask.reason")} rows={2} />
        <SubmitButton variant="danger" className="justify-self-start">
          {t("unmask.act")}
        </SubmitButton>
      </Form>
    </section>
  );
}
