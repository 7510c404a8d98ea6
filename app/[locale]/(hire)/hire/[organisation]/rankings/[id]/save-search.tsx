import { getTranslations } from "next-intl/server";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { saveSearchAction } from "./actions";

/** Keeps the search under a name, if wanted with a letter when somebody new is found. */
export async function SaveSearch(props: { ranking: string; organisation: string }) {
  const t = await getTranslations("matching");
  const summary = (await getTranslations("account"))("summary");
  return (
    <section className="max-w-xl rounded-lg border border-line bg-raised p-4">
      <h2 className="mb-3 font-semibold">{t("saved.save")}</h2>
      <Form action={saveSearchAction} summary={summary} prefix="save-">
        <input type="hidden" name="organisation" value={props.organisation} />
        <input type="hidden" name="ranking" value={props.ranking} />
        <Field name="name" label={t("saved.name")} maxLength={80} autoComplete="off" />
        <CheckField name="alerts" label={t("saved.alerts")} hint={t("saved.alertsHint")} />
        <SubmitButton variant="secondary" className="justify-self-start">
          {t("saved.submit")}
        </SubmitButton>
      </Form>
    </section>
  );
}
