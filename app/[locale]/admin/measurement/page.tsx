import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentActor } from "@/app/_session/current-actor";
import { orNotFound } from "@/app/_session/or-not-found";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { listCalibrations } from "@/lib/calibration/calibrations";
import { LEVELS } from "@/lib/measurement/parameters";
import { readCuts } from "@/lib/skills/change-cuts";
import { cutsAction } from "./actions";
import { Calibrations } from "./calibrations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("admin.measurement"))("title") };
}

export default async function MeasurementPage() {
  const actor = await currentActor();
  const { cuts, model, waiting } = await orNotFound(readCuts(actor));
  const listed = await orNotFound(listCalibrations(actor));
  const t = await getTranslations("admin.measurement");
  const level = await getTranslations("skill.levels");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <section className="max-w-xl rounded-lg border border-line bg-raised p-4">
        <Form action={cutsAction} summary={t("summary")}>
          {LEVELS.map((one) => (
            <Field
              key={one}
              name={one}
              type="number"
              step="0.1"
              label={t("from", { level: level(one) })}
              required
              defaultValue={cuts[one].toFixed(1)}
            />
          ))}
          <SubmitButton className="justify-self-start">{t("save")}</SubmitButton>
        </Form>
        <p className="mt-4 break-all text-muted text-sm">
          {t("model", { model })} {waiting > 0 ? t("waiting", { n: waiting }) : null}
        </p>
      </section>
      <Calibrations listed={listed} />
    </Page>
  );
}
