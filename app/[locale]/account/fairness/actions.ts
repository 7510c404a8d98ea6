"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { saveFacts, withdrawFacts } from "@/lib/fairness/own-facts";

const PAGE = "/[locale]/account/fairness";

export async function saveFactsAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await saveFacts(await currentActor(), Object.fromEntries(form));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("account.fairness"))("saved") };
  });
}

export async function withdrawFactsAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await withdrawFacts(await currentActor());
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("account.fairness"))("withdrawn") };
  });
}
