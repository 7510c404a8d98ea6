"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentVisitor } from "@/app/_session/current-actor";
import { deviceCookieName, rememberDevice } from "@/app/_session/device-cookie";
import { startSession } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { signIn } from "@/lib/accounts/sign-in";
import { safeReturnPath } from "@/lib/auth/return-path";

export async function signInAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const known = (await cookies()).get(deviceCookieName())?.value;
    const signedIn = await signIn(await currentVisitor(), Object.fromEntries(form), known);
    await startSession(signedIn);
    await rememberDevice(signedIn.device);
    redirect(safeReturnPath(String(form.get("next") ?? ""), `/${await getLocale()}`));
  });
}
