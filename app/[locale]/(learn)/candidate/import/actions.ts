"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { ticked } from "@/app/_session/ticked";
import type { FormState } from "@/components/ui/form-state";
import { importResume } from "@/lib/candidates/import-resume";
import { settleImport } from "@/lib/candidates/settle-import";

export async function importAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const file = form.get("file");
    const bytes = file instanceof File ? await file.bytes() : new Uint8Array();
    const locale = form.get("locale");
    const { id } = await importResume(await currentActor(), { locale }, bytes);
    redirect(`/${await getLocale()}/candidate/import/${id}`);
  });
}

export async function settleAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const parts = form.get("act") === "discard" ? [] : ticked(form, "part.");
    await settleImport(await currentActor(), String(form.get("id")), parts);
    revalidatePath("/[locale]/candidate", "layout");
    redirect(`/${await getLocale()}/candidate`);
  });
}
