"use server";

import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentVisitor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { requestPasswordReset } from "@/lib/accounts/reset-password";

export async function forgotAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await requestPasswordReset(await currentVisitor(), Object.fromEntries(form));
    const t = await getTranslations("auth.forgot");
    return { message: t("done", { email: String(form.get("email")) }) };
  });
}
