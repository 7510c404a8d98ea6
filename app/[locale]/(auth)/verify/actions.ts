"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { startSession } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { verifyEmail } from "@/lib/accounts/verify-email";

export async function verifyAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const password = String(form.get("password") ?? "");
    const claims = await verifyEmail(await currentActor(), String(form.get("token")), password);
    await startSession(claims);
    redirect(`/${await getLocale()}/account?done=verified`);
  });
}
