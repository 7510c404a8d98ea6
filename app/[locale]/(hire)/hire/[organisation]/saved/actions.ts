"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { deleteSearch, repeatSearch, setAlerts } from "@/lib/matching/searches/own-searches";

/** The button that was pressed says what to do with a saved search. */
export async function savedSearchAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const actor = await currentActor();
    const t = await getTranslations("matching");
    const [slug, id] = [String(form.get("organisation")), String(form.get("search"))];
    switch (form.get("act")) {
      case "repeat": {
        const ranking = await repeatSearch(actor, slug, id);
        redirect(`/${await getLocale()}/hire/${slug}/rankings/${ranking}`);
        break;
      }
      case "delete":
        await deleteSearch(actor, slug, id);
        break;
      default:
        await setAlerts(actor, slug, { id, alerts: form.get("act") === "alerts-on" });
    }
    revalidatePath("/[locale]/hire/[organisation]/saved", "page");
    return { message: t("saved.changed") };
  });
}
