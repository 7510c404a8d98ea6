import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { SubmitButton } from "@/components/ui/submit-button";
import { readAccount } from "@/lib/accounts/read-account";
import { Section } from "../section";
import { signOutEverywhereAction } from "./actions";
import { EmailSection } from "./email-section";
import { PasswordSection } from "./password-section";
import { SecondFactorSection } from "./second-factor-section";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.nav");
  return { title: t("security") };
}

export default async function SecurityPage() {
  const actor = await requireSignIn("/account/security");
  const account = await readAccount(actor);
  const t = await getTranslations("account");
  const format = await getFormatter();
  return (
    <>
      <EmailSection
        email={account.email}
        confirmed={account.emailVerifiedAt !== null}
        hasPassword={account.hasPassword}
      />
      <PasswordSection hasPassword={account.hasPassword} />
      <SecondFactorSection actor={actor} hasPassword={account.hasPassword} />
      <Section id="identities" title={t("identities.title")}>
        {account.identities.length === 0 ? (
          <p className="text-muted">{t("identities.none")}</p>
        ) : (
          <ul>
            {account.identities.map(({ provider, createdAt }) => (
              <li key={provider}>
                {t("identities.since", {
                  provider,
                  date: format.dateTime(createdAt, { dateStyle: "medium" }),
                })}
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section id="sessions" title={t("sessions.title")}>
        <p>{t("sessions.text")}</p>
        <form action={signOutEverywhereAction}>
          <SubmitButton variant="danger">{t("sessions.submit")}</SubmitButton>
        </form>
      </Section>
    </>
  );
}
