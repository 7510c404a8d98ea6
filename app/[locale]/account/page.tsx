import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { chosenTheme } from "@/app/_session/theme-cookie";
import { THEMES } from "@/components/theme";
import { Alert } from "@/components/ui/alert";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { readAccount } from "@/lib/accounts/read-account";
import { appearanceAction, profileAction } from "./actions";
import { Section } from "./section";

type Props = { searchParams: Promise<{ done?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account");
  return { title: t("title") };
}

export default async function AccountPage({ searchParams }: Props) {
  const account = await readAccount(await requireSignIn("/account"));
  const t = await getTranslations("account");
  const query = await searchParams;
  const done = (["verified", "password", "email"] as const).find((word) => word === query.done);
  return (
    <>
      {done ? (
        <Alert tone="good" role="status">
          {t(`done.${done}`)}
        </Alert>
      ) : null}
      <Section id="profile" title={t("profile.title")}>
        <Form action={profileAction} summary={t("summary")}>
          <Field
            name="name"
            label={t("profile.name")}
            autoComplete="name"
            required
            defaultValue={account.name}
          />
          <Field
            name="leaderboardName"
            label={t("profile.leaderboardName")}
            hint={t("profile.leaderboardHint")}
            autoComplete="nickname"
            defaultValue={account.leaderboardName ?? ""}
          />
          <SubmitButton className="justify-self-start">{t("profile.save")}</SubmitButton>
        </Form>
      </Section>
      <Appearance />
    </>
  );
}

async function Appearance() {
  const t = await getTranslations("account.appearance");
  const summary = (await getTranslations("account"))("summary");
  const theme = await chosenTheme();
  return (
    <Section id="appearance" title={t("title")}>
      <Form action={appearanceAction} summary={summary}>
        <SelectField
          name="locale"
          label={t("language")}
          defaultValue={await getLocale()}
          options={[
            { value: "en", label: "English" },
            { value: "zh", label: "中文" },
          ]}
        />
        <SelectField
          name="theme"
          label={t("theme")}
          defaultValue={theme}
          options={THEMES.map((value) => ({
            value,
            label: t(value),
          }))}
        />
        <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
      </Form>
    </Section>
  );
}
