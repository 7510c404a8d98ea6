"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import type { FormState } from "@/components/ui/form-state";
import { shortlist } from "@/lib/hiring/shortlist";
import { answerForm } from "./answer-form";
import { currentActor } from "./current-actor";

/** What every button calls that puts a candidate on an opening's shortlist, wherever it stands. */
export async function shortlistAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const ref = {
      organisation: String(form.get("organisation")),
      opening: String(form.get("opening")),
    };
    await shortlist(await currentActor(), ref, String(form.get("candidate")));
    revalidatePath("/[locale]/hire/[organisation]", "layout");
    return { message: (await getTranslations("hiring.shortlist"))("done") };
  });
}
