"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { ticked } from "@/app/_session/ticked";
import type { FormState } from "@/components/ui/form-state";
import { saveProfile } from "@/lib/profiles/save-profile";
import { showSkill } from "@/lib/profiles/show-skill";

export async function publicProfileAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { handle, displayName, headlineEn, headlineZh } = Object.fromEntries(form);
    await saveProfile(await currentActor(), {
      ...{ handle, displayName, headlineEn, headlineZh },
      ...{ enabled: form.has("enabled"), indexed: form.has("indexed") },
      showHistory: form.has("showHistory"),
      languages: ticked(form, "language."),
      ...{ skills: ticked(form, "skill."), credentials: ticked(form, "credential.") },
    });
    revalidatePath("/[locale]/account/profile", "page");
    return { message: (await getTranslations("profile"))("saved") };
  });
}

export async function showSkillAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const skill = String(form.get("skill"));
    await showSkill(await currentActor(), skill, form.get("shown") === "true");
    revalidatePath("/[locale]/skills/[slug]", "page");
    return { message: (await getTranslations("profile"))("saved") };
  });
}
