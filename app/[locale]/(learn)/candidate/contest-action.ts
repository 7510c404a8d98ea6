"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { contestRank } from "@/lib/matching/contests/contest-rank";

export async function contestAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const organisation = String(form.get("organisation"));
    await contestRank(await currentActor(), String(form.get("ranking")), {
      text: form.get("text"),
    });
    revalidatePath("/[locale]/candidate", "layout");
    return { message: (await getTranslations("matching"))("own.contestSent", { organisation }) };
  });
}
