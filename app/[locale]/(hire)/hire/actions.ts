"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { createOrganisation } from "@/lib/organisations/create-organisation";

export async function foundAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { slug } = await createOrganisation(await currentActor(), Object.fromEntries(form));
    redirect(`/${await getLocale()}/hire/${slug}`);
  });
}
