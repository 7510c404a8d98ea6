"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { answerInvitation } from "@/lib/hiring/answer-invitation";
import { blockOrganisation } from "@/lib/hiring/block-organisation";
import { messageOrganisation } from "@/lib/hiring/message-organisation";

const id = (form: FormData) => String(form.get("candidacy"));
const fresh = () => revalidatePath("/[locale]/candidate", "layout");

export async function answerAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const accept = form.get("answer") === "accept";
    const text = String(form.get("text") ?? "");
    await answerInvitation(await currentActor(), id(form), { accept, text });
    fresh();
    const t = await getTranslations("hiring.invitation");
    return { message: t(accept ? "states.accepted" : "states.declined") };
  });
}

export async function messageAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const text = String(form.get("text") ?? "");
    await messageOrganisation(await currentActor(), id(form), { text });
    fresh();
    return { message: (await getTranslations("hiring.messages"))("done") };
  });
}

export async function blockAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await blockOrganisation(await currentActor(), id(form));
    fresh();
    return { message: (await getTranslations("hiring.conversations"))("blockedDone") };
  });
}
