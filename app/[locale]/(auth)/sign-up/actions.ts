"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentVisitor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { signUp } from "@/lib/accounts/sign-up";
import { settings } from "@/lib/platform/env";

export async function signUpAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const locale = await getLocale();
    await signUp(await currentVisitor(), { ...Object.fromEntries(form), locale });
    const t = await getTranslations("auth.signUp");
    const email = String(form.get("email"));
    return { message: t(settings().SMTP_URL ? "doneMail" : "doneSignIn", { email }) };
  });
}
