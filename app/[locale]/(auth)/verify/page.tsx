import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { readEmailToken } from "@/lib/accounts/email-token";
import { ifUsable } from "../if-usable";
import { SpentLink } from "../spent-link";
import { verifyAction } from "./actions";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth.verify");
  return { title: t("title"), referrer: "no-referrer" };
}

export default async function VerifyPage({ searchParams }: Props) {
  const token = String((await searchParams).token ?? "");
  const target = await ifUsable(() => readEmailToken(token, "verify_email"));
  if (!target) return <SpentLink />;
  const actor = await currentActor();
  const signedIn = actor.kind === "user" && actor.userId === target.userId;
  const t = await getTranslations("auth");
  return (
    <>
      <h1 className="font-semibold text-2xl">{t("verify.title")}</h1>
      <p>{signedIn ? t("verify.signedInLead", { email: target.email }) : t("verify.lead")}</p>
      <Form action={verifyAction} summary={t("summary")}>
        <input type="hidden" name="token" value={token} />
        {signedIn ? null : (
          <Field
            name="password"
            type="password"
            label={t("password")}
            autoComplete="current-password"
            required
          />
        )}
        <SubmitButton>{t("verify.submit")}</SubmitButton>
      </Form>
      {signedIn ? null : (
        <p className="text-sm">
          <Link href="/forgot" className="underline">
            {t("verify.notMine")}
          </Link>
        </p>
      )}
    </>
  );
}
