"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { withdrawApplication } from "@/lib/applications/withdraw-application";

export async function withdrawAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await withdrawApplication(await currentActor(), String(form.get("application")));
    revalidatePath("/[locale]/candidate", "layout");
    return { message: (await getTranslations("openings.applications"))("withdrawn") };
  });
}
