import { getTranslations } from "next-intl/server";
import { roundedBand } from "@/components/skills/rounded-band";
import { CheckField } from "@/components/ui/check-field";
import { Form } from "@/components/ui/form";
import { RadioField } from "@/components/ui/radio-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import { DISCOVERABILITIES } from "@/lib/candidates/consent";
import type { OwnConsent } from "@/lib/candidates/read-consent";
import { consentAction } from "./actions";

type Props = { consent: OwnConsent; locale: Locale };

/** Who finds him, how he is shown, whether programs rank him, and which skills are shown. */
export async function Terms({ consent, locale }: Props) {
  const t = await getTranslations("candidate.consent");
  const summary = (await getTranslations("candidate"))("summary");
  const { discoverability, blind, ranked, skills } = consent;
  const unmeasured = skills.filter(({ band }) => band === null);
  return (
    <section aria-labelledby="terms" className="grid max-w-2xl gap-4">
      <h2 id="terms" className="border-line border-b pb-2 font-semibold text-lg">
        {t("terms")}
      </h2>
      <Form action={consentAction} summary={summary} className="grid gap-6">
        <RadioField
          name="discoverability"
          legend={t("discoverability")}
          defaultValue={discoverability}
          options={DISCOVERABILITIES.map((value) => ({
            value,
            ...{ label: t(`who.${value}`), hint: t(`whoHint.${value}`) },
          }))}
        />
        <RadioField
          name="shown"
          legend={t("shown")}
          defaultValue={blind ? "blind" : "named"}
          options={(["blind", "named"] as const).map((value) => ({
            value,
            ...{ label: t(`as.${value}`), hint: t(`asHint.${value}`) },
          }))}
        />
        <CheckField
          key={`ranked ${ranked}`}
          name="ranked"
          label={t("ranked")}
          hint={t("rankedHint")}
          defaultChecked={ranked}
        />
        <fieldset className="grid gap-2">
          <legend className="mb-1 font-medium text-sm">{t("skills")}</legend>
          <p className="text-muted text-sm">{t(skills.length > 0 ? "skillsHint" : "noSkills")}</p>
          <SkillTicks skills={skills.filter(({ band }) => band !== null)} locale={locale} />
          {unmeasured.length > 0 ? (
            <details>
              <summary className="cursor-pointer font-medium text-sm">
                {t("unmeasured", { n: unmeasured.length })}
              </summary>
              <div className="mt-3">
                <SkillTicks skills={unmeasured} locale={locale} />
              </div>
            </details>
          ) : null}
        </fieldset>
        <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
      </Form>
    </section>
  );
}

type SkillTicksProps = { skills: OwnConsent["skills"]; locale: Locale };

async function SkillTicks({ skills, locale }: SkillTicksProps) {
  const t = await getTranslations("candidate.consent");
  const skill = await getTranslations("skill");
  const label = (words: string, title: string) => (
    <>
      {words} <span className="sr-only">{title}</span>
    </>
  );
  return (
    <ul className="grid gap-3">
      {skills.map(({ slug, title, band, showsBand, showsEvidence }) => (
        <li key={slug} className="rounded-lg border border-line bg-raised p-3">
          <p className="font-medium">
            {title[locale]}{" "}
            <span className="font-normal text-muted text-sm tabular-nums">
              {band ? skill("band", roundedBand(band)) : skill("none")}
            </span>
          </p>
          <CheckField
            key={`band ${showsBand}`}
            name={`band.${slug}`}
            label={label(t("band"), title[locale])}
            defaultChecked={showsBand}
          />
          <CheckField
            key={`evidence ${showsEvidence}`}
            name={`evidence.${slug}`}
            label={label(t("evidence"), title[locale])}
            defaultChecked={showsEvidence}
          />
        </li>
      ))}
    </ul>
  );
}
