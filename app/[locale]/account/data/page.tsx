import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { RadioField } from "@/components/ui/radio-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { readAccount } from "@/lib/accounts/read-account";
import { GRACE_DAYS } from "@/lib/accounts/request-erasure";
import { Section } from "../section";
import { deleteAccountAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.nav");
  return { title: t("data") };
}

export default async function DataPage() {
  const { hasPassword } = await readAccount(await requireSignIn("/account/data"));
  const t = await getTranslations("account");
  return (
    <>
      <Section id="export" title={t("data.title")}>
        <p>{t("data.exportText")}</p>
        <p>
          <a href="/api/auth/export" download className={buttonClass("secondary")}>
            {t("data.export")}
          </a>
        </p>
      </Section>
      <Section id="delete" title={t("data.deleteTitle")}>
        <p>{t("data.deleteText", { days: GRACE_DAYS })}</p>
        <Form action={deleteAccountAction} summary={t("summary")}>
          <RadioField
            name="when"
            legend={t("data.when")}
            defaultValue="later"
            options={[
              { value: "later", label: t("data.later", { days: GRACE_DAYS }) },
              { value: "now", label: t("data.now"), hint: t("data.nowHint") },
            ]}
          />
          {hasPassword ? (
            <Field
              name="password"
              type="password"
              label={t("data.password")}
              autoComplete="current-password"
              required
            />
          ) : (
            <p>{t("data.passwordless")}</p>
          )}
          <Field
            name="confirm"
            label={t("data.confirm", { word: t("data.word") })}
            autoComplete="off"
            required
          />
          <SubmitButton variant="danger" className="justify-self-start">
            {t("data.delete")}
          </SubmitButton>
        </Form>
      </Section>
    </>
  );
}
