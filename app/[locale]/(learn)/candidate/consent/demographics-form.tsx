import { getFormatter, getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { ETHNICITIES, SEXES } from "@/lib/candidates/demographics";
import type { OwnConsent } from "@/lib/candidates/read-consent";
import { demographicsAction, forgetDemographicsAction } from "./actions";

/** What is told for adverse-impact reports alone: optional, apart, and forgotten in one click. */
export async function DemographicsForm({ told }: { told: OwnConsent["demographics"] }) {
  const t = await getTranslations("candidate.consent.demographics");
  const summary = (await getTranslations("candidate"))("summary");
  const format = await getFormatter();
  return (
    <section aria-labelledby="demographics" className="grid max-w-2xl gap-4">
      <h2 id="demographics" className="border-line border-b pb-2 font-semibold text-lg">
        {t("title")}
      </h2>
      <p>{t("lead")}</p>
      <ul className="grid list-disc gap-1 pl-5">
        {(["free", "apart", "forgotten"] as const).map((point) => (
          <li key={point}>{t(`points.${point}`)}</li>
        ))}
      </ul>
      <Form action={demographicsAction} summary={summary} prefix="demographics-">
        <SelectField
          key={`sex ${told?.sex}`}
          name="sex"
          label={t("sex")}
          defaultValue={told?.sex ?? ""}
          options={[
            { value: "", label: t("unsaid") },
            ...SEXES.map((value) => ({ value, label: t(`sexes.${value}`) })),
          ]}
        />
        <SelectField
          key={`ethnicity ${told?.ethnicity}`}
          name="ethnicity"
          label={t("ethnicity")}
          hint={t("ethnicityHint")}
          defaultValue={told?.ethnicity ?? ""}
          options={[
            { value: "", label: t("unsaid") },
            ...ETHNICITIES.map((value) => ({ value, label: t(`ethnicities.${value}`) })),
          ]}
        />
        <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
      </Form>
      {told ? (
        <Form action={forgetDemographicsAction} summary={summary} prefix="forget-">
          <p className="text-muted text-sm">
            {t("since", { at: format.dateTime(told.consentedAt, { dateStyle: "medium" }) })}
          </p>
          <SubmitButton variant="danger" className="justify-self-start">
            {t("forget")}
          </SubmitButton>
        </Form>
      ) : null}
    </section>
  );
}
