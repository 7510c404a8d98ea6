"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { ticked } from "@/app/_session/ticked";
import type { FormState } from "@/components/ui/form-state";
import { apply } from "@/lib/applications/apply";

export async function applyAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await apply(await currentActor(), String(form.get("opening")), {
      text: String(form.get("text") ?? ""),
      credentials: ticked(form, "credential."),
      submissions: ticked(form, "submission."),
    });
    redirect(`/${await getLocale()}/candidate/applications?sent=1`);
  });
}
