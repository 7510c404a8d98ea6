"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { requestRanking } from "@/lib/matching/rankings/request-ranking";

export async function searchAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const slug = String(form.get("organisation"));
    const id = await requestRanking(await currentActor(), slug, {
      ...Object.fromEntries(form),
      openingId: String(form.get("openingId") ?? "") || null,
      workPlaces: form.getAll("workPlaces").map(String),
      skills: form.getAll("skills").map(String),
    });
    redirect(`/${await getLocale()}/hire/${slug}/rankings/${id}`);
  });
}
