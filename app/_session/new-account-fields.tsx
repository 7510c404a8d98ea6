import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";

type Props = { email?: string };

/** Name, address and password of a new account. @param email the address an invitation is for */
export async function NewAccountFields({ email }: Props) {
  const t = await getTranslations("auth");
  return (
    <>
      <Field name="name" label={t("name")} hint={t("nameHint")} autoComplete="name" required />
      <Field
        name="email"
        type="email"
        label={t("email")}
        autoComplete="username"
        required
        defaultValue={email}
        readOnly={email !== undefined}
      />
      <Field
        name="password"
        type="password"
        label={t("password")}
        hint={t("passwordHint")}
        autoComplete="new-password"
        required
      />
    </>
  );
}
