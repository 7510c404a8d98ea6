"use server";

import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { arrive } from "@/app/_session/arrive";
import type { FormState } from "@/components/ui/form-state";
import { resetPassword } from "@/lib/accounts/reset-password";

export async function resetAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const password = String(form.get("password") ?? "");
    const path = `/${await getLocale()}/account?done=password`;
    return arrive(() => resetPassword(String(form.get("token")), password), path);
  });
}
