import { getTranslations } from "next-intl/server";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import type { OpeningRef } from "@/lib/openings/opening-where";
import type { OwnOpening } from "@/lib/openings/read-opening";
import { saveAction } from "./actions";
import { ConditionFields } from "./condition-fields";
import { MatchFields } from "./match-fields";
import { Part } from "./part";
import { RefFields } from "./ref-fields";
import { SkillFields } from "./skill-fields";

type Props = { opening: OwnOpening; ids: OpeningRef; locale: Locale };

/** All of an opening in one form. It is begun anew once a proposal has changed what is in it. */
export async function OpeningForm({ opening, ids, locale }: Props) {
  const t = await getTranslations("openings.edit");
  const { titleEn, titleZh, textEn, textZh } = opening;
  return (
    <Form
      key={opening.proposal ? "proposed" : "settled"}
      action={saveAction}
      summary={t("summary")}
      className="grid grid-cols-[minmax(0,1fr)] gap-8"
    >
      <fieldset disabled={!opening.edits} className="contents">
        <RefFields {...ids} />
        <Part title={t("texts")} lead={t("textsLead")}>
          <div className="grid gap-4 lg:grid-cols-2">
            <div className="grid content-start gap-4">
              <Field name="titleZh" label={t("titleZh")} defaultValue={titleZh} lang="zh" />
              <TextAreaField
                name="textZh"
                label={t("textZh")}
                hint={t("textHint")}
                defaultValue={textZh}
                lang="zh"
                rows={10}
              />
            </div>
            <div className="grid content-start gap-4">
              <Field name="titleEn" label={t("titleEn")} defaultValue={titleEn} lang="en" />
              <TextAreaField
                name="textEn"
                label={t("textEn")}
                hint={t("textHint")}
                defaultValue={textEn}
                lang="en"
                rows={10}
              />
            </div>
          </div>
        </Part>
        <SkillFields opening={opening} locale={locale} />
        <ConditionFields opening={opening} locale={locale} />
        <MatchFields opening={opening} />
        {opening.edits ? (
          <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
        ) : null}
      </fieldset>
    </Form>
  );
}
