import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { FACT_NAMES, FACTS } from "@/lib/fairness/facts";
import { readFacts } from "@/lib/fairness/own-facts";
import { Section } from "../section";
import { saveFactsAction, withdrawFactsAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.nav"))("fairness") };
}

export default async function FairnessPage() {
  const facts = await readFacts(await requireSignIn("/account/fairness"));
  const t = await getTranslations("account.fairness");
  const summary = (await getTranslations("account"))("summary");
  const format = await getFormatter();
  return (
    <>
      <Section id="fairness" title={t("title")}>
        <p>{t("lead")}</p>
        <ul className="grid list-disc gap-2 pl-5">
          {(["free", "unseen", "withdrawn"] as const).map((point) => (
            <li key={point}>{t(`points.${point}`)}</li>
          ))}
        </ul>
        <Form action={saveFactsAction} summary={summary}>
          {FACT_NAMES.map((name) => (
            <SelectField
              key={`${name} ${facts?.[name] ?? ""}`}
              name={name}
              label={t(`fields.${name}`)}
              defaultValue={facts?.[name] ?? ""}
              options={[
                { value: "", label: t("unsaid") },
                ...FACTS[name].map((value) => ({
                  value,
                  label: t(`values.${name}.${value}` as "values.gender.woman"),
                })),
              ]}
            />
          ))}
          <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
        </Form>
      </Section>
      <Section id="withdraw" title={t("withdrawTitle")}>
        {facts ? (
          <p>
            {t("withdrawText", {
              at: format.dateTime(facts.updatedAt, { dateStyle: "medium" }),
            })}
          </p>
        ) : null}
        <Form action={withdrawFactsAction} summary={summary} prefix="withdraw-">
          <SubmitButton variant="danger" className="justify-self-start">
            {t("withdraw")}
          </SubmitButton>
        </Form>
      </Section>
    </>
  );
}
