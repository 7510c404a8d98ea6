"use server";

import { revalidatePath } from "next/cache";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { z } from "zod";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { usesHttps } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { updateProfile } from "@/lib/accounts/update-profile";

const YEAR_SECONDS = 365 * 24 * 60 * 60;
const themeSchema = z.enum(["light", "dark"]).nullable().catch(null);

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
    const jar = await cookies();
    const theme = themeSchema.parse(form.get("theme"));
    const options = { path: "/", sameSite: "lax", secure: usesHttps() } as const;
    if (theme) jar.set("theme", theme, { ...options, maxAge: YEAR_SECONDS });
    else jar.delete("theme");
    if (locale !== (await getLocale())) redirect(`/${locale}/account`);
    revalidatePath("/[locale]", "layout");
    const t = await getTranslations("account");
    return { message: t("saved") };
  });
}
