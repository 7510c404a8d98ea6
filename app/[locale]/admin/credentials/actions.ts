"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { decideCredentialAppeal } from "@/lib/credentials/decide-credential-appeal";
import { revokeByPerson } from "@/lib/credentials/revoke-by-person";

const PAGE = "/[locale]/admin/credentials";
const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export async function revokeAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await revokeByPerson(await currentActor(), text(form, "credential"), {
      ...{ reason: text(form, "reason"), note: text(form, "note") },
    });
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("admin.credentials"))("revoked") };
  });
}

export async function decideAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await decideCredentialAppeal(await currentActor(), text(form, "credential"), {
      ...{ uphold: text(form, "outcome") === "uphold", answer: text(form, "answer") },
    });
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("admin.credentials"))("decided") };
  });
}
