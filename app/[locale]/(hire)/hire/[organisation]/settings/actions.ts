"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { updateSettings } from "@/lib/organisations/update-settings";
import { verifyDomain } from "@/lib/organisations/verify-domain";

const PAGE = "/[locale]/hire/[organisation]";

export async function settingsAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const input = {
      ...Object.fromEntries(form),
      ...{ blind: form.has("blind"), requiresTotp: form.has("requiresTotp") },
    };
    await updateSettings(await currentActor(), String(form.get("organisation")), input);
    revalidatePath(PAGE, "layout");
    return { message: (await getTranslations("organisations"))("saved") };
  });
}

export async function verifyAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const input = { domain: form.get("domain") };
    await verifyDomain(await currentActor(), String(form.get("organisation")), input);
    revalidatePath(PAGE, "layout");
    return { message: (await getTranslations("organisations.settings"))("proven") };
  });
}
