"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { changeMemberRole } from "@/lib/organisations/change-member-role";
import { inviteMember, withdrawInvitation } from "@/lib/organisations/invite-member";
import { leaveOrganisation, removeMember } from "@/lib/organisations/remove-member";

const PAGE = "/[locale]/hire/[organisation]";
const text = (form: FormData, name: string) => String(form.get(name) ?? "");
const said = async (key: "invited" | "changed" | "removed" | "withdrawn") => ({
  message: (await getTranslations("organisations.members"))(key),
});

export async function inviteAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const input = { ...Object.fromEntries(form), locale: await getLocale() };
    await inviteMember(await currentActor(), text(form, "organisation"), input);
    revalidatePath(PAGE, "layout");
    return said("invited");
  });
}

export async function withdrawAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const slug = text(form, "organisation");
    await withdrawInvitation(await currentActor(), slug, text(form, "invitation"));
    revalidatePath(PAGE, "layout");
    return said("withdrawn");
  });
}

export async function roleAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const input = Object.fromEntries(form);
    await changeMemberRole(await currentActor(), text(form, "organisation"), input);
    revalidatePath(PAGE, "layout");
    return said("changed");
  });
}

export async function removeAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await removeMember(await currentActor(), text(form, "organisation"), text(form, "userId"));
    revalidatePath(PAGE, "layout");
    return said("removed");
  });
}

export async function leaveAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await leaveOrganisation(await currentActor(), text(form, "organisation"));
    redirect(`/${await getLocale()}/hire`);
  });
}
