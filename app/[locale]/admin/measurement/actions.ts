"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { askForRun } from "@/lib/calibration/ask-for-run";
import { chooseCalibration } from "@/lib/calibration/calibrations";
import { changeCuts } from "@/lib/skills/change-cuts";

export async function cutsAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await changeCuts(await currentActor(), Object.fromEntries(form));
    revalidatePath("/[locale]/admin/measurement", "page");
    return { message: (await getTranslations("admin.measurement"))("saved") };
  });
}

export async function chooseCalibrationAction(
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(state, form, async () => {
    await chooseCalibration(await currentActor(), form.get("calibration"));
    revalidatePath("/[locale]/admin/measurement", "page");
    return { message: (await getTranslations("admin.measurement.calibrations"))("chosen") };
  });
}

export async function askForRunAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await askForRun(await currentActor());
    revalidatePath("/[locale]/admin/measurement", "page");
    return { message: (await getTranslations("admin.measurement.calibrations"))("asked") };
  });
}
