"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { formMarks } from "@/app/_session/form-marks";
import type { FormState } from "@/components/ui/form-state";
import { requireId } from "@/lib/platform/parse-fields";
import { markCalibration } from "@/lib/projects/calibration";
import { sendReview } from "@/lib/projects/save-review";

export async function sendReviewAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const id = requireId(String(form.get("review")));
    await sendReview(await currentActor(), id, formMarks(form));
    redirect(`/${await getLocale()}/reviews`);
  });
}

export async function calibrateAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const version = requireId(String(form.get("version")));
    const levels = Object.fromEntries(
      Object.entries(formMarks(form)).map(([slug, { level }]) => [slug, level]),
    );
    await markCalibration(await currentActor(), version, String(form.get("slug")), levels);
    revalidatePath("/[locale]/reviews/calibration/[version]", "page");
    redirect(`/${await getLocale()}/reviews/calibration/${version}`);
  });
}
