import { getTranslations } from "next-intl/server";
import { CheckboxGroup } from "@/components/ui/checkbox-group";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import { LANGUAGE_LEVELS, WORK_PLACES } from "@/lib/candidates/choices";
import { named } from "@/lib/candidates/code-names";
import { COUNTRIES, SPOKEN } from "@/lib/candidates/places";
import type { SearchPageData } from "@/lib/matching/rankings/read-search-page";
import { titleIn } from "@/lib/openings/opening-texts";
import { searchAction } from "./actions";

type Props = Pick<SearchPageData, "openings" | "skills"> & {
  organisation: string;
  /** Chosen beforehand. */
  opening: string;
  locale: Locale;
};

/** What to search by: a role or a text, and conditions. Nothing private can be asked for. */
export async function SearchFieldsForm({ organisation, openings, skills, opening, locale }: Props) {
  const t = await getTranslations("matching");
  const summary = (await getTranslations("account"))("summary");
  const any = { value: "", label: t("search.any") };
  return (
    <Form action={searchAction} summary={summary} className="grid content-start gap-5">
      <input type="hidden" name="organisation" value={organisation} />
      <SelectField
        name="openingId"
        label={t("search.opening")}
        hint={t("search.openingHint")}
        defaultValue={opening}
        options={[
          { value: "", label: t("search.noOpening") },
          ...openings.map((one) => ({ value: one.id, label: titleIn(one, locale) || one.id })),
        ]}
      />
      <TextAreaField
        name="text"
        label={t("search.text")}
        hint={t("search.textHint")}
        rows={3}
        maxLength={4000}
      />
      <fieldset className="grid items-start gap-4 rounded-lg border border-line p-4 sm:grid-cols-2">
        <legend className="px-1 font-medium text-sm">{t("search.filters")}</legend>
        <SelectField
          name="country"
          label={t("search.country")}
          hint={t("search.countryHint")}
          options={[any, ...named(COUNTRIES, "region", locale)]}
        />
        <SelectField
          name="availability"
          label={t("search.availability")}
          options={[
            any,
            ...(["now", "weeks", "months"] as const).map((value) => ({
              value,
              label: t(`availability.${value}`),
            })),
          ]}
        />
        <SelectField
          name="language"
          label={t("search.language")}
          options={[any, ...named(SPOKEN, "language", locale)]}
        />
        <SelectField
          name="languageLevel"
          label={t("search.languageLevel")}
          defaultValue="working"
          options={LANGUAGE_LEVELS.map((value) => ({ value, label: t(`languageLevels.${value}`) }))}
        />
        <Field name="experience" label={t("search.experience")} inputMode="numeric" maxLength={4} />
        <CheckboxGroup
          name="workPlaces"
          legend={t("search.workPlaces")}
          options={WORK_PLACES.map((value) => ({ value, label: t(`workPlaces.${value}`) }))}
        />
        <SelectField
          name="skills"
          label={t("search.skill")}
          hint={t("search.skillHint")}
          options={[
            any,
            ...skills.map(({ slug, title }) => ({ value: slug, label: title[locale] })),
          ]}
        />
        <Field name="skillLevel" label={t("search.skillLevel")} inputMode="numeric" maxLength={2} />
      </fieldset>
      <p className="max-w-prose text-muted text-sm">{t("search.rules")}</p>
      <SubmitButton className="justify-self-start">{t("search.submit")}</SubmitButton>
    </Form>
  );
}
