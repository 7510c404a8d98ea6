"use server";

import { cookies } from "next/headers";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { arrive } from "@/app/_session/arrive";
import { currentVisitor } from "@/app/_session/current-actor";
import { deviceCookieName } from "@/app/_session/device-cookie";
import type { FormState } from "@/components/ui/form-state";
import { signIn } from "@/lib/accounts/sign-in";
import { safeReturnPath } from "@/lib/auth/return-path";

export async function signInAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const known = (await cookies()).get(deviceCookieName())?.value;
    const visitor = await currentVisitor();
    const path = safeReturnPath(String(form.get("next") ?? ""), `/${await getLocale()}`);
    return arrive(() => signIn(visitor, Object.fromEntries(form), known), path);
  });
}
