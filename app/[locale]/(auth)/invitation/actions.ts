"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor, currentVisitor } from "@/app/_session/current-actor";
import { startSession } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { acceptInvitation, joinByInvitation } from "@/lib/accounts/accept-invitation";

export async function acceptAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await acceptInvitation(await currentActor(), String(form.get("token")));
    redirect(`/${await getLocale()}`);
  });
}

export async function joinAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const locale = await getLocale();
    const input = { ...Object.fromEntries(form), locale };
    const secret = String(form.get("token"));
    await startSession(await joinByInvitation(await currentVisitor(), secret, input));
    redirect(`/${locale}`);
  });
}
