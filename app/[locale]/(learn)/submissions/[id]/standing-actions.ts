"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { changeStanding } from "@/lib/skills/change-standing";

export async function standingAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await changeStanding(await currentActor(), String(form.get("submission") ?? ""), {
      supervised: form.get("supervised") !== null,
      similarity: String(form.get("similarity") ?? ""),
    });
    revalidatePath("/[locale]/submissions/[id]", "page");
    return { message: (await getTranslations("submission.standing"))("saved") };
  });
}
