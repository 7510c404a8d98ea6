import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { readEmailChange } from "@/lib/accounts/change-email";
import { ifUsable } from "../if-usable";
import { SpentLink } from "../spent-link";
import { confirmEmailAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.confirmEmail");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function ConfirmEmailPage({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const actor = await requireSignIn(`/confirm-email?token=${encodeURIComponent(token)}`);
  const email = await ifUsable(() => readEmailChange(actor, token));
  if (!email) return <SpentLink />;
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("confirmEmail.title")}</h1>
      <p className="break-words">{t("confirmEmail.lead", { email })}</p>
      <Form action={confirmEmailAction} summary={t("summary")}>
        <input type="hidden" name="token" value={token} />
        <SubmitButton>{t("confirmEmail.submit")}</SubmitButton>
      </Form>
    </>
  );
}
