"use server";

import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { proofOf } from "@/app/_session/proof-of";
import { endSession } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { requestErasure } from "@/lib/accounts/request-erasure";
import { InputError } from "@/lib/platform/errors";

export async function deleteAccountAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const t = await getTranslations("account.data");
    if (String(form.get("confirm")).trim() !== t("word")) {
      throw new InputError([{ path: "confirm", code: "not_confirmed" }]);
    }
    const [actor, proof] = [await currentActor(), await proofOf(form)];
    if (form.get("when") === "now") await deleteAccount(actor, proof);
    else await requestErasure(actor, proof);
    await endSession();
    redirect(`/${await getLocale()}`);
  });
}
