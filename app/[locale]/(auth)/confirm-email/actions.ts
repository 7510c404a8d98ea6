"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { confirmEmailChange } from "@/lib/accounts/change-email";

export async function confirmEmailAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await confirmEmailChange(await currentActor(), String(form.get("token")));
    redirect(`/${await getLocale()}/account?done=email`);
  });
}
