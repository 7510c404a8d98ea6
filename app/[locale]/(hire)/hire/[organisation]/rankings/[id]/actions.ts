"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { rankAgain } from "@/lib/matching/rankings/request-ranking";
import { saveSearch } from "@/lib/matching/searches/save-search";

const named = (form: FormData) => ({
  slug: String(form.get("organisation")),
  rankingId: String(form.get("ranking")),
});

/** Ranks again, if wanted without one of the conditions. */
export async function rankAgainAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { slug, rankingId } = named(form);
    const without = form.has("without") ? Number(form.get("without")) : null;
    const id = await rankAgain(await currentActor(), slug, { rankingId, without });
    redirect(`/${await getLocale()}/hire/${slug}/rankings/${id}`);
  });
}

export async function saveSearchAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { slug, rankingId } = named(form);
    const input = { name: form.get("name") ?? "", alerts: form.has("alerts") };
    await saveSearch(await currentActor(), slug, rankingId, input);
    revalidatePath("/[locale]/hire/[organisation]/saved", "page");
    return { message: (await getTranslations("matching"))("saved.done") };
  });
}
