"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { ticked } from "@/app/_session/ticked";
import type { FormState } from "@/components/ui/form-state";
import { closeOpening } from "@/lib/openings/close-opening";
import { deleteDraft } from "@/lib/openings/delete-draft";
import type { OpeningRef } from "@/lib/openings/opening-where";
import { publishOpening } from "@/lib/openings/publish-opening";
import { saveOpening } from "@/lib/openings/save-opening";
import { settleProposal } from "@/lib/openings/settle-proposal";
import { openingOfForm } from "./form-opening";

const refOf = (form: FormData): OpeningRef => ({
  organisation: String(form.get("organisation")),
  opening: String(form.get("opening")),
});
const fresh = () => revalidatePath("/[locale]/hire/[organisation]", "layout");

export async function saveAction(state: FormState, form: FormData): Promise<FormState> {
  const answer = await answerForm(state, form, async () => {
    await saveOpening(await currentActor(), refOf(form), openingOfForm(form));
    fresh();
    return { message: (await getTranslations("openings.edit"))("saved") };
  });
  return { ...answer, errors: Object.fromEntries(atFields(answer.errors, form)) };
}

/** The operation names skills by their place in the list, the form by what they are. */
function atFields(errors: Record<string, string>, form: FormData): [string, string][] {
  const { skills } = openingOfForm(form);
  return Object.entries(errors).map(([path, message]) => {
    const [, at, field] = /^skills\.(\d+)\.(level|weight)$/.exec(path) ?? [];
    const slug = at === undefined ? undefined : skills[Number(at)]?.slug;
    return [slug ? `skill.${slug}.${field}` : path, message];
  });
}

export async function publishAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const reason = String(form.get("reason") ?? "");
    await publishOpening(await currentActor(), refOf(form), { reason });
    fresh();
    return { message: (await getTranslations("openings.publish"))("done") };
  });
}

export async function closeAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await closeOpening(await currentActor(), refOf(form));
    fresh();
    return { message: (await getTranslations("openings.publish"))("closed") };
  });
}

export async function deleteAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const ref = refOf(form);
    await deleteDraft(await currentActor(), ref);
    redirect(`/${await getLocale()}/hire/${ref.organisation}/openings`);
  });
}

export async function settleAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await settleProposal(await currentActor(), refOf(form), {
      skills: ticked(form, "skill."),
      facts: ticked(form, "fact."),
      text: form.has("text"),
    });
    fresh();
    return { message: (await getTranslations("openings.proposal"))("taken") };
  });
}
