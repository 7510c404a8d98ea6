"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { appealRevocation } from "@/lib/credentials/appeal-revocation";
import { mailOwnCredential } from "@/lib/credentials/mail-own-credential";

const idOf = (form: FormData) => String(form.get("credential") ?? "");

export async function mailAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await mailOwnCredential(await currentActor(), idOf(form));
    return { message: (await getTranslations("skill.credential"))("mailed") };
  });
}

export async function appealAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await appealRevocation(await currentActor(), idOf(form), String(form.get("text") ?? ""));
    revalidatePath("/[locale]/skills/credentials/[id]", "page");
    return { message: (await getTranslations("skill.credential"))("appeal.sent") };
  });
}
