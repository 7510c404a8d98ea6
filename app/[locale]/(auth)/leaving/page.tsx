import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { currentLeaver } from "@/app/_session/current-actor";
import { buttonClass } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { readAccount } from "@/lib/accounts/read-account";
import { eraseNowAction, stayAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("account.leaving"))("title") };
}

/** The one page of a person who asked to be erased: stay, take the data along, or go at once. */
export default async function LeavingPage() {
  const leaver = await currentLeaver();
  if (!leaver) notFound();
  const { hasPassword } = await readAccount(leaver.actor);
  const account = await getTranslations("account");
  const t = await getTranslations("account.leaving");
  const date = (await getFormatter()).dateTime(leaver.eraseAt, { dateStyle: "long" });
  return (
    <div className="grid gap-8">
      <section className="grid gap-3">
        <h1 className="font-semibold text-2xl">{t("title")}</h1>
        <p>{t("text", { date })}</p>
        <Form action={stayAction} summary={account("summary")} prefix="stay-">
          <SubmitButton className="justify-self-start">{t("stay")}</SubmitButton>
          <p className="text-muted text-sm">{t("stayText")}</p>
        </Form>
      </section>
      <section className="grid gap-3">
        <h2 className="font-semibold text-lg">{t("exportTitle")}</h2>
        <p>{account("data.exportText")}</p>
        <a
          href="/api/auth/export"
          download
          className={buttonClass("secondary", "justify-self-start")}
        >
          {account("data.export")}
        </a>
      </section>
      <section className="grid gap-3">
        <h2 className="font-semibold text-lg">{t("nowTitle")}</h2>
        <p>{t("nowText")}</p>
        <Form action={eraseNowAction} summary={account("summary")} prefix="now-">
          {hasPassword ? (
            <Field
              name="password"
              type="password"
              label={account("data.password")}
              autoComplete="current-password"
              required
            />
          ) : (
            <p>{account("data.passwordless")}</p>
          )}
          <SubmitButton variant="danger" className="justify-self-start">
            {account("data.now")}
          </SubmitButton>
        </Form>
      </section>
    </div>
  );
}
