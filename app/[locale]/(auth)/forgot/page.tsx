import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { settings } from "@/lib/platform/env";
import { forgotAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.forgot");
  return { title: t("title") };
}

export default async function ForgotPage() {
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("forgot.title")}</h1>
      <p>{t("forgot.lead")}</p>
      {settings().SMTP_URL ? null : <Alert>{t("forgot.kept")}</Alert>}
      <Form action={forgotAction} summary={t("summary")}>
        <Field name="email" type="email" label={t("email")} autoComplete="username" required />
        <SubmitButton>{t("forgot.submit")}</SubmitButton>
      </Form>
    </>
  );
}
