"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { endSeason } from "@/lib/seasons/end-season";

export async function endSeasonAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const closed = await endSeason(await currentActor(), String(form.get("season")));
    revalidatePath("/[locale]/admin/seasons", "page");
    return { message: (await getTranslations("admin.seasons"))(closed ? "ended" : "closing") };
  });
}
