import { getTranslations } from "next-intl/server";
import { CheckField } from "@/components/ui/check-field";
import { Form } from "@/components/ui/form";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Actor } from "@/lib/auth/actor";
import { isAdmin } from "@/lib/auth/policies";
import { readStandingOfWork } from "@/lib/skills/change-standing";
import { standingAction } from "./standing-actions";

const FINDINGS = ["none", "open", "upheld"] as const;

/** For admins: whether the work was watched, and what was found of its likeness to another's. */
export async function StandingForm({ actor, id }: { actor: Actor; id: string }) {
  if (!isAdmin(actor)) return null;
  const t = await getTranslations("submission.standing");
  const { supervised, similarity } = await readStandingOfWork(actor, id);
  return (
    <details className="mt-4 rounded-lg border border-line bg-raised">
      <summary className="cursor-pointer px-4 py-3 font-medium">{t("title")}</summary>
      <div className="border-line border-t p-4">
        <p className="mb-3 text-sm">{t("lead")}</p>
        <Form action={standingAction} summary={t("summary")} prefix="standing-">
          <input type="hidden" name="submission" value={id} />
          <CheckField
            name="supervised"
            label={t("supervised")}
            hint={t("supervisedHint")}
            defaultChecked={supervised}
          />
          <SelectField
            name="similarity"
            label={t("similarity")}
            hint={t("similarityHint")}
            options={FINDINGS.map((value) => ({ value, label: t(`findings.${value}`) }))}
            defaultValue={similarity}
          />
          <SubmitButton variant="secondary" className="justify-self-start">
            {t("save")}
          </SubmitButton>
        </Form>
      </div>
    </details>
  );
}
