"use server";

import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { reportAbuse } from "@/lib/organisations/report-abuse";
import { answerForm } from "./answer-form";
import { currentActor } from "./current-actor";

/** What every report form calls, wherever it stands. */
export async function reportAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await reportAbuse(await currentActor(), Object.fromEntries(form));
    return { message: (await getTranslations("organisations"))("report.done") };
  });
}
