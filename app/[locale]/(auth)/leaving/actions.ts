"use server";

import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentLeaver, currentVisitor } from "@/app/_session/current-actor";
import { proofOf } from "@/app/_session/proof-of";
import { endSession } from "@/app/_session/session-cookie";
import type { FormState } from "@/components/ui/form-state";
import { deleteAccount } from "@/lib/accounts/delete-account";
import { cancelErasure } from "@/lib/accounts/request-erasure";

const leaver = async () => (await currentLeaver())?.actor ?? (await currentVisitor());

export async function stayAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await cancelErasure(await leaver());
    redirect(`/${await getLocale()}/account`);
  });
}

export async function eraseNowAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await deleteAccount(await leaver(), await proofOf(form));
    await endSession();
    redirect(`/${await getLocale()}`);
  });
}
