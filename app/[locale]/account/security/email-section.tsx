import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Section } from "../section";
import { changeEmailAction, resendAction } from "./actions";

type Props = { email: string; confirmed: boolean; hasPassword: boolean };

export async function EmailSection({ email, confirmed, hasPassword }: Props) {
  const t = await getTranslations("account");
  return (
    <Section id="email" title={t("email.title")}>
      <p className="break-words">
        {t("email.current", { email })}{" "}
        <span className={confirmed ? "text-good" : "text-warn"}>
          ({t(confirmed ? "email.confirmed" : "email.unconfirmed")})
        </span>
      </p>
      {confirmed ? null : (
        <Form action={resendAction} summary={t("summary")}>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("verify.submit")}
          </SubmitButton>
        </Form>
      )}
      <Form action={changeEmailAction} summary={t("summary")} prefix="email-">
        <Field name="email" type="email" label={t("email.new")} autoComplete="email" required />
        {hasPassword ? (
          <Field
            name="password"
            type="password"
            label={t("email.password")}
            autoComplete="current-password"
            required
          />
        ) : null}
        <SubmitButton className="justify-self-start">{t("email.submit")}</SubmitButton>
      </Form>
    </Section>
  );
}
