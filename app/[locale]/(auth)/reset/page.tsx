import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { readEmailToken } from "@/lib/accounts/email-token";
import { ifUsable } from "../if-usable";
import { SpentLink } from "../spent-link";
import { resetAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.reset");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function ResetPage({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const target = await ifUsable(() => readEmailToken(token, "reset_password"));
  if (!target) return <SpentLink />;
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("reset.title")}</h1>
      <p>{t("reset.lead")}</p>
      <Form action={resetAction} summary={t("summary")}>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" autoComplete="username" value={target.email} readOnly />
        <Field
          name="password"
          type="password"
          label={t("newPassword")}
          hint={t("passwordHint")}
          autoComplete="new-password"
          required
        />
        <SubmitButton>{t("reset.submit")}</SubmitButton>
      </Form>
    </>
  );
}
