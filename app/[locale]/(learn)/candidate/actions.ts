"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { jsonField } from "@/app/_session/json-field";
import type { FormState } from "@/components/ui/form-state";
import { saveCandidate } from "@/lib/candidates/save-candidate";

export async function candidateAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await saveCandidate(await currentActor(), jsonField(form, "profile"));
    revalidatePath("/[locale]/candidate", "layout");
    return { message: (await getTranslations("candidate"))("saved") };
  });
}
