"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { rememberDevice } from "@/app/_session/device-cookie";
import { startSession } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { resetPassword } from "@/lib/accounts/reset-password";

export async function resetAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const password = String(form.get("password") ?? "");
    const signedIn = await resetPassword(String(form.get("token")), password);
    await startSession(signedIn);
    await rememberDevice(signedIn.device);
    redirect(`/${await getLocale()}/account?done=password`);
  });
}
