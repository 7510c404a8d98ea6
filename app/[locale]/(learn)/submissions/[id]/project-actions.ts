"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { requireId } from "@/lib/platform/parse-fields";
import { fileAppeal } from "@/lib/projects/appeal";
import { rateReview } from "@/lib/projects/rate-review";

const PAGE = "/[locale]/submissions/[id]";

export async function helpfulAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const id = requireId(String(form.get("review")));
    await rateReview(await currentActor(), id, Number(form.get("helpful")));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("project.result"))("rated") };
  });
}

export async function appealAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const id = requireId(String(form.get("submission")));
    await fileAppeal(await currentActor(), id, String(form.get("text") ?? ""));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("project.appeal"))("sent") };
  });
}
