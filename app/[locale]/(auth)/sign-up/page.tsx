import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { NewAccountFields } from "@/app/_session/new-account-fields";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { settings } from "@/lib/platform/env";
import { signUpAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.signUp");
  return { title: t("title") };
}

export default async function SignUpPage() {
  const t = await getTranslations("auth");
  const { SIGNUP } = settings();
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("signUp.title")}</h1>
      {SIGNUP === "open" ? (
        <Form
          action={signUpAction}
          summary={t("summary")}
          whenDone={
            <Link href="/sign-in" className={buttonClass()}>
              {t("signUp.toSignIn")}
            </Link>
          }
        >
          <NewAccountFields />
          <SubmitButton>{t("signUp.submit")}</SubmitButton>
        </Form>
      ) : (
        <Alert>{t(`signUp.${SIGNUP}`)}</Alert>
      )}
      <p className="text-sm">
        {t("signUp.haveAccount")}{" "}
        <Link href="/sign-in" className="underline">
          {t("signIn.submit")}
        </Link>
      </p>
    </>
  );
}
