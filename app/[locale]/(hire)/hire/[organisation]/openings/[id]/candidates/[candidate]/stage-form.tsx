import { getTranslations } from "next-intl/server";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { CandidacyRef } from "@/lib/hiring/candidacy-where";
import { MOVABLE } from "@/lib/hiring/stages";
import type { Stage } from "@/lib/platform/prisma/enums";
import { moveAction } from "./actions";
import { CandidateFields } from "./candidate-fields";

/** Where the candidate stands, and where to next. */
export async function StageForm({ stage, ids }: { stage: Stage; ids: CandidacyRef }) {
  const t = await getTranslations("hiring");
  return (
    <section className="grid gap-3 rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold text-lg">{t("stage.title", { stage: t(`stages.${stage}`) })}</h2>
      <Form action={moveAction} summary={t("summary")} prefix="move-">
        <CandidateFields {...ids} />
        <input type="hidden" name="from" value={stage} />
        <SelectField
          name="stage"
          label={t("stage.label")}
          options={MOVABLE.filter((one) => one !== stage).map((value) => ({
            ...{ value, label: t(`stages.${value}`) },
          }))}
        />
        <TextAreaField
          name="reason"
          label={t("stage.reason")}
          hint={t("stage.reasonHint")}
          rows={2}
        />
        <SubmitButton className="justify-self-start">{t("stage.act")}</SubmitButton>
      </Form>
    </section>
  );
}
