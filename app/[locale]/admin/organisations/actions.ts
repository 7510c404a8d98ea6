"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import type { Actor } from "@/lib/auth/actor";
import { appointOwner } from "@/lib/organisations/appoint-owner";
import {
  restoreOrganisation,
  suspendOrganisation,
  verifyByAdmin,
} from "@/lib/organisations/judge-organisation";

type Judge = (actor: Actor, id: string, input: unknown) => Promise<void>;

const judged = (state: FormState, form: FormData, judge: Judge) =>
  answerForm(state, form, async () => {
    const id = String(form.get("organisation") ?? "");
    await judge(await currentActor(), id, Object.fromEntries(form));
    revalidatePath("/[locale]/admin/organisations", "page");
    return { message: (await getTranslations("organisations"))("saved") };
  });

export async function verifyAction(state: FormState, form: FormData): Promise<FormState> {
  return judged(state, form, verifyByAdmin);
}

export async function suspendAction(state: FormState, form: FormData): Promise<FormState> {
  return judged(state, form, suspendOrganisation);
}

export async function restoreAction(state: FormState, form: FormData): Promise<FormState> {
  return judged(state, form, restoreOrganisation);
}

export async function appointAction(state: FormState, form: FormData): Promise<FormState> {
  return judged(state, form, appointOwner);
}
