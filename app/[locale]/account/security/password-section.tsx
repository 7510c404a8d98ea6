import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { Section } from "../section";
import { changePasswordAction } from "./actions";

export async function PasswordSection({ hasPassword }: { hasPassword: boolean }) {
  const t = await getTranslations("account");
  return (
    <Section id="password" title={t("password.title")}>
      {hasPassword ? (
        <Form action={changePasswordAction} summary={t("summary")} prefix="password-">
          <Field
            name="password"
            type="password"
            label={t("password.current")}
            autoComplete="current-password"
            required
          />
          <Field
            name="newPassword"
            type="password"
            label={t("password.new")}
            hint={t("password.hint")}
            autoComplete="new-password"
            required
          />
          <SubmitButton className="justify-self-start">{t("password.submit")}</SubmitButton>
        </Form>
      ) : (
        <p>
          {t("password.none")}{" "}
          <Link href="/forgot" className="underline">
            {t("password.noneLink")}
          </Link>
        </p>
      )}
    </Section>
  );
}
