"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { answerContest } from "@/lib/matching/contests/answer-contest";

export async function answerContestAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const slug = String(form.get("organisation"));
    const { contest, status, answer } = Object.fromEntries(form);
    await answerContest(await currentActor(), slug, String(contest), { status, answer });
    revalidatePath("/[locale]/hire/[organisation]/contests", "page");
    return { message: (await getTranslations("matching"))("contest.answered") };
  });
}
