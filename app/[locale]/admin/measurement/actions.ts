"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { changeCuts } from "@/lib/skills/change-cuts";

export async function cutsAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await changeCuts(await currentActor(), Object.fromEntries(form));
    revalidatePath("/[locale]/admin/measurement", "page");
    return { message: (await getTranslations("admin.measurement"))("saved") };
  });
}
