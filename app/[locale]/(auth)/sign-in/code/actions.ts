"use server";

import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { arrive } from "@/app/_session/arrive";
import { forgetFirstFactor, readFirstFactor } from "@/app/_session/first-factor-cookie";
import type { FormState } from "@/components/ui/form-state";
import { safeReturnPath } from "@/lib/auth/return-path";
import { finishSignIn } from "@/lib/second-factor/finish-sign-in";

export async function codeAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const path = safeReturnPath(String(form.get("next") ?? ""), `/${await getLocale()}`);
    const first = await readFirstFactor();
    return arrive(async () => {
      const signedIn = await finishSignIn(first, String(form.get("code") ?? ""));
      await forgetFirstFactor();
      return signedIn;
    }, path);
  });
}
