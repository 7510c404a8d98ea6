"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { keepTheme } from "@/app/_session/theme-cookie";
import type { FormState } from "@/components/ui/form-state";
import { updateProfile } from "@/lib/accounts/update-profile";

export async function profileAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { name, leaderboardName } = Object.fromEntries(form);
    await updateProfile(await currentActor(), { name, leaderboardName });
    revalidatePath("/[locale]/account", "layout");
    const t = await getTranslations("account");
    return { message: t("saved") };
  });
}

export async function appearanceAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const locale = form.get("locale");
    await updateProfile(await currentActor(), { locale });
    await keepTheme(form.get("theme"));
    if (locale !== (await getLocale())) redirect(`/${locale}/account`);
    revalidatePath("/[locale]", "layout");
    const t = await getTranslations("account");
    return { message: t("saved") };
  });
}
