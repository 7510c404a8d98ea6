import { getTranslations } from "next-intl/server";
import { OFFERED_LANGUAGES, openingWords } from "@/components/openings/opening-words";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { SelectField } from "@/components/ui/select-field";
import type { Locale } from "@/i18n/routing";
import { LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import { named } from "@/lib/candidates/code-names";
import { COUNTRIES, CURRENCIES } from "@/lib/candidates/places";
import { KNOCK_OUTS, PAY_PERIODS } from "@/lib/openings/opening-fields";
import type { OwnOpening } from "@/lib/openings/read-opening";
import { Part } from "./part";

type Props = { opening: OwnOpening; locale: Locale };

/** Place, pay, languages, experience, and what is asked for without exception. */
export async function ConditionFields({ opening, locale }: Props) {
  const t = await getTranslations("openings");
  const { place, country, workPlaces, experience, knockOuts, closesAt } = opening;
  const none = { value: "", label: t("edit.none") };
  return (
    <Part title={t("edit.conditions")}>
      <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        <Field name="place" label={t("edit.place")} defaultValue={place} />
        <SelectField
          name="country"
          label={t("edit.country")}
          defaultValue={country}
          options={[none, ...named(COUNTRIES, "region", locale)]}
        />
        <Field
          name="experience"
          label={t("edit.experience")}
          hint={t("edit.experienceHint")}
          type="number"
          min={0}
          max={50}
          step="any"
          defaultValue={Number((experience / 12).toFixed(2))}
        />
        <Field
          name="closesAt"
          label={t("edit.closesAt")}
          hint={t("edit.closesHint")}
          type="date"
          defaultValue={closesAt?.toISOString().slice(0, 10)}
        />
      </div>
      <Pay opening={opening} locale={locale} />
      <fieldset className="grid gap-1">
        <legend className="mb-1 font-medium text-sm">{t("edit.workPlaces")}</legend>
        {WORK_PLACES.map((one) => (
          <CheckField
            key={one}
            name={`work.${one}`}
            label={t(`workPlaces.${one}`)}
            defaultChecked={workPlaces.includes(one)}
          />
        ))}
      </fieldset>
      <Languages opening={opening} locale={locale} />
      <fieldset className="grid gap-1">
        <legend className="font-medium text-sm">{t("edit.knockOuts")}</legend>
        <p className="mb-1 text-muted text-sm">{t("edit.knockOutsLead")}</p>
        {KNOCK_OUTS.map((one) => (
          <CheckField
            key={one}
            name={`knockOut.${one}`}
            label={t(`edit.knockOutNames.${one}`)}
            defaultChecked={knockOuts.includes(one)}
          />
        ))}
      </fieldset>
    </Part>
  );
}

async function Pay({ opening, locale }: Props) {
  const t = await getTranslations("openings");
  const { payMin, payMax, payCurrency, payPeriod } = opening;
  return (
    <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      <Field
        name="payMin"
        label={t("edit.payMin")}
        inputMode="numeric"
        defaultValue={payMin ?? ""}
      />
      <Field
        name="payMax"
        label={t("edit.payMax")}
        inputMode="numeric"
        defaultValue={payMax ?? ""}
      />
      <SelectField
        name="payCurrency"
        label={t("edit.payCurrency")}
        defaultValue={payCurrency}
        options={[
          { value: "", label: t("edit.none") },
          ...named([...new Set([...CURRENCIES, payCurrency])].filter(Boolean), "currency", locale),
        ]}
      />
      <SelectField
        name="payPeriod"
        label={t("edit.payPeriod")}
        defaultValue={payPeriod}
        options={[
          { value: "", label: t("edit.periodNone") },
          ...PAY_PERIODS.map((value) => ({ value, label: t(`periods.${value}`) })),
        ]}
      />
    </div>
  );
}

async function Languages({ opening, locale }: Props) {
  const t = await getTranslations("openings");
  const words = await openingWords(locale);
  const asked = new Map(opening.languages.map((one) => [one.language, one]));
  const codes = [...new Set<string>([...OFFERED_LANGUAGES, ...asked.keys()])];
  return (
    <details open={asked.size > 0}>
      <summary className="cursor-pointer font-medium text-sm">{t("edit.languages")}</summary>
      <div className="mt-3 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {codes.map((code) => {
          const language = words.language(code);
          const one = asked.get(code);
          return (
            <div key={code} className="grid content-start gap-1">
              <SelectField
                name={`language.${code}.level`}
                label={language}
                defaultValue={one?.level ?? ""}
                options={[
                  { value: "", label: t("edit.languageNone") },
                  ...LANGUAGE_LEVELS.map((value) => ({
                    ...{ value, label: t(`languageLevels.${value}`) },
                  })),
                ]}
              />
              <CheckField
                name={`language.${code}.must`}
                label={t("edit.languageMust", { language })}
                defaultChecked={one?.must ?? false}
              />
            </div>
          );
        })}
      </div>
    </details>
  );
}
