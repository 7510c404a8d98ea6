"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { createOpening } from "@/lib/openings/create-opening";

export async function createAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const organisation = String(form.get("organisation"));
    const input = Object.fromEntries(form);
    const id = await createOpening(await currentActor(), organisation, input);
    redirect(`/${await getLocale()}/hire/${organisation}/openings/${id}`);
  });
}
