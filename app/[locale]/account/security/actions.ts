"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { proofOf } from "@/app/_session/proof-of";
import { endSession, startSession } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { changeEmail } from "@/lib/accounts/change-email";
import { changePassword } from "@/lib/accounts/change-password";
import { resendVerification } from "@/lib/accounts/resend-verification";
import { signOutEverywhere } from "@/lib/accounts/sign-out-everywhere";

export async function changeEmailAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const email = String(form.get("email") ?? "");
    await changeEmail(await currentActor(), await proofOf(form), { email });
    const t = await getTranslations("account.email");
    return { message: t("done", { email }) };
  });
}

export async function resendAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await resendVerification(await currentActor());
    const t = await getTranslations("account.verify");
    return { message: t("done") };
  });
}

export async function changePasswordAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const next = String(form.get("newPassword") ?? "");
    await startSession(await changePassword(await currentActor(), await proofOf(form), next));
    const t = await getTranslations("account.password");
    return { message: t("done") };
  });
}

export async function signOutEverywhereAction(): Promise<void> {
  await signOutEverywhere(await currentActor());
  await endSession();
  redirect(`/${await getLocale()}/sign-in`);
}
