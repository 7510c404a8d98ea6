import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Alert } from "@/components/ui/alert";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { FieldNote } from "@/components/ui/field-note";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import { LOCALES, type Locale } from "@/i18n/routing";
import { publicUrl } from "@/lib/platform/env";
import { KEPT_DAYS } from "@/lib/profiles/claim-handle";
import { type OwnProfile, readOwnProfile } from "@/lib/profiles/read-own-profile";
import { Section } from "../section";
import { publicProfileAction } from "./actions";
import { ShownFields } from "./shown-fields";

type Props = { params: Promise<{ locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("profile"))("title") };
}

export default async function PublicProfilePage({ params }: Props) {
  const { locale } = await params;
  const profile = await readOwnProfile(await requireSignIn("/account/profile"));
  const t = await getTranslations("profile");
  const summary = (await getTranslations("account"))("summary");
  const { enabled, languages, showHistory, indexed } = profile.settings;
  return (
    <Section id="public" title={t("title")}>
      <p className="text-muted">{t("lead")}</p>
      <Standing profile={profile} />
      <Form action={publicProfileAction} summary={summary} className="grid gap-5">
        <CheckField
          name="enabled"
          label={t("enabled")}
          hint={t("enabledHint")}
          defaultChecked={enabled}
        />
        <Words profile={profile} />
        <fieldset className="grid gap-1">
          <legend className="mb-1 font-medium text-sm">{t("languages")}</legend>
          {LOCALES.map((one) => (
            <CheckField
              key={one}
              name={`language.${one}`}
              label={<span lang={one}>{t(`language.${one}`)}</span>}
              defaultChecked={languages.includes(one)}
            />
          ))}
          <FieldNote name="languages" hint={t("languagesHint")} />
        </fieldset>
        <ShownFields profile={profile} locale={locale} />
        <CheckField
          name="showHistory"
          label={t("showHistory")}
          hint={t("showHistoryHint")}
          defaultChecked={showHistory}
        />
        <CheckField
          name="indexed"
          label={t("indexed")}
          hint={t("indexedHint")}
          defaultChecked={indexed}
        />
        <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
      </Form>
    </Section>
  );
}

/** Whether it is on, and where. */
async function Standing({ profile }: { profile: OwnProfile }) {
  const t = await getTranslations("profile");
  const { handle, settings } = profile;
  if (!settings.enabled || !handle) return <Alert>{t("off")}</Alert>;
  return (
    <Alert tone="good">
      {t("on")}{" "}
      <Link href={`/p/${handle}`} className="break-all text-accent underline">
        {`${publicUrl()}/p/${handle}`}
      </Link>
    </Alert>
  );
}

async function Words({ profile }: { profile: OwnProfile }) {
  const t = await getTranslations("profile");
  const { handle, settings } = profile;
  return (
    <>
      <Field
        name="handle"
        label={t("handle")}
        hint={t("handleHint", { prefix: `${publicUrl()}/p/`, days: KEPT_DAYS })}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        defaultValue={handle ?? ""}
      />
      <Field
        name="displayName"
        label={t("displayName")}
        hint={t("displayNameHint")}
        autoComplete="nickname"
        defaultValue={settings.displayName}
      />
      <Field
        name="headlineEn"
        label={t("headlineEn")}
        hint={t("headlineHint")}
        lang="en"
        defaultValue={settings.headlineEn}
      />
      <Field
        name="headlineZh"
        label={t("headlineZh")}
        hint={t("headlineHint")}
        lang="zh"
        defaultValue={settings.headlineZh}
      />
    </>
  );
}
