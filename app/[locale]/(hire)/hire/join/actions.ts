"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { joinOrganisation } from "@/lib/organisations/join-organisation";

export async function joinAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { slug } = await joinOrganisation(await currentActor(), String(form.get("token")));
    redirect(`/${await getLocale()}/hire/${slug}`);
  });
}
