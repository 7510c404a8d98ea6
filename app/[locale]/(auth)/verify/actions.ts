"use server";

import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { arrive } from "@/app/_session/arrive";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { verifyEmail } from "@/lib/accounts/verify-email";

export async function verifyAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const password = String(form.get("password") ?? "");
    const actor = await currentActor();
    const path = `/${await getLocale()}/account?done=verified`;
    return arrive(() => verifyEmail(actor, String(form.get("token")), password), path);
  });
}
