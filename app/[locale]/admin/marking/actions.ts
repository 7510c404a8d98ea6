"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { formMarks } from "@/app/_session/form-marks";
import type { FormState } from "@/components/ui/form-state";
import { requireId } from "@/lib/platform/parse-fields";
import { allocateNow } from "@/lib/projects/allocate-waiting";
import { decideAppeal } from "@/lib/projects/appeal";
import { moderatePiece } from "@/lib/projects/moderate-piece";
import { sendStaffMarks } from "@/lib/projects/staff-marks";

const toQueue = async () => redirect(`/${await getLocale()}/admin/marking`);
const pieceId = (form: FormData) => requireId(String(form.get("piece")));

export async function allocateAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { pieces } = await allocateNow(await currentActor(), String(form.get("slug")));
    revalidatePath("/[locale]/admin/marking/projects/[slug]", "page");
    return { message: (await getTranslations("project.allocation"))("allocated", { n: pieces }) };
  });
}

export async function staffMarksAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await sendStaffMarks(await currentActor(), pieceId(form), formMarks(form));
    revalidatePath("/[locale]/admin/marking/[id]", "page");
    return { message: (await getTranslations("project.marking"))("sent") };
  });
}

export async function moderateAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const excluded = form.getAll("exclude").map((id) => requireId(String(id)));
    await moderatePiece(await currentActor(), pieceId(form), excluded);
    return toQueue();
  });
}

export async function appealDecisionAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await decideAppeal(await currentActor(), pieceId(form), {
      uphold: form.get("decision") === "uphold",
      answer: String(form.get("answer") ?? ""),
      marks: formMarks(form),
    });
    return toQueue();
  });
}
