"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { decideReport } from "@/lib/organisations/decide-report";

export async function decideAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const id = String(form.get("report") ?? "");
    await decideReport(await currentActor(), id, Object.fromEntries(form));
    revalidatePath("/[locale]/admin/reports", "page");
    return { message: (await getTranslations("organisations.reports"))("decided") };
  });
}
