"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import type { Actor } from "@/lib/auth/actor";
import { addNote } from "@/lib/hiring/add-note";
import type { CandidacyRef } from "@/lib/hiring/candidacy-where";
import { invite } from "@/lib/hiring/invite";
import { messageCandidate } from "@/lib/hiring/message-candidate";
import { moveCandidacy } from "@/lib/hiring/move-candidacy";
import { unmask } from "@/lib/hiring/unmask";
import { withdrawInvitation } from "@/lib/hiring/withdraw-invitation";

type Act = (actor: Actor, ref: CandidacyRef, input: unknown) => Promise<void>;
type Said =
  | "stage.done"
  | "note.done"
  | "unmask.done"
  | "invite.done"
  | "invite.withdrawn"
  | "messages.done";

/** What all acts beside a candidate have in common: whom they are about, and what is said after. */
function carryOut(state: FormState, form: FormData, act: Act, said: Said): Promise<FormState> {
  return answerForm(state, form, async () => {
    const ref = {
      organisation: String(form.get("organisation")),
      opening: String(form.get("opening")),
      candidate: String(form.get("candidate")),
    };
    await act(await currentActor(), ref, Object.fromEntries(form));
    revalidatePath("/[locale]/hire/[organisation]", "layout");
    return { message: (await getTranslations("hiring"))(said) };
  });
}

export async function moveAction(state: FormState, form: FormData): Promise<FormState> {
  return carryOut(state, form, moveCandidacy, "stage.done");
}

export async function noteAction(state: FormState, form: FormData): Promise<FormState> {
  return carryOut(state, form, addNote, "note.done");
}

export async function unmaskAction(state: FormState, form: FormData): Promise<FormState> {
  return carryOut(state, form, unmask, "unmask.done");
}

export async function inviteAction(state: FormState, form: FormData): Promise<FormState> {
  return carryOut(state, form, invite, "invite.done");
}

export async function withdrawAction(state: FormState, form: FormData): Promise<FormState> {
  return carryOut(state, form, withdrawInvitation, "invite.withdrawn");
}

export async function messageAction(state: FormState, form: FormData): Promise<FormState> {
  return carryOut(state, form, messageCandidate, "messages.done");
}
