import { getTranslations } from "next-intl/server";
import { CheckField } from "@/components/ui/check-field";
import { Field } from "@/components/ui/field";
import { FieldNote } from "@/components/ui/field-note";
import { SelectField } from "@/components/ui/select-field";
import type { Locale } from "@/i18n/routing";
import type { OwnOpening } from "@/lib/openings/read-opening";
import { Part } from "./part";

type Props = { opening: OwnOpening; locale: Locale };

const WEIGHTS = [1, 2, 3] as const;

/** Skills that are asked for, and the rest of the map to add from. */
export async function SkillFields({ opening, locale }: Props) {
  const t = await getTranslations("openings.edit");
  const { skills, otherSkills, edits } = opening;
  return (
    <Part title={t("skills")}>
      <FieldNote name="skills" hint={t("skillsLead")} />
      {skills.length === 0 ? <p className="text-muted">{t("noSkills")}</p> : null}
      {skills.map(({ slug, title, level, weight, must }) => (
        <fieldset
          key={slug}
          className="grid items-center gap-x-6 gap-y-3 rounded-lg border border-line bg-raised px-4 py-3 sm:grid-cols-[minmax(0,1fr)_6rem_12rem_auto_auto]"
        >
          {/* Floated, a legend takes its place in the grid. */}
          <legend className="float-left break-words font-medium">{title[locale]}</legend>
          <Field
            name={`skill.${slug}.level`}
            label={t("level")}
            type="number"
            min={5}
            max={95}
            defaultValue={level}
          />
          <SelectField
            name={`skill.${slug}.weight`}
            label={t("weight")}
            defaultValue={String(weight)}
            options={WEIGHTS.map((value) => ({
              value: String(value),
              label: t(`weights.${value}`),
            }))}
          />
          <CheckField name={`skill.${slug}.must`} label={t("must")} defaultChecked={must} />
          <CheckField name={`skill.${slug}.keep`} label={t("keep")} defaultChecked />
        </fieldset>
      ))}
      {edits && otherSkills.length > 0 ? (
        <details>
          <summary className="cursor-pointer font-medium">{t("add")}</summary>
          <div className="mt-3 grid gap-1 sm:grid-cols-2 lg:grid-cols-3">
            {otherSkills.map(({ slug, title }) => (
              <CheckField key={slug} name={`add.${slug}`} label={title[locale]} />
            ))}
          </div>
        </details>
      ) : null}
    </Part>
  );
}
