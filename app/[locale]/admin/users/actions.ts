"use server";

import { revalidatePath } from "next/cache";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { changeRole } from "@/lib/accounts/change-role";
import { createInvitation } from "@/lib/accounts/create-invitation";
import { disableUser, enableUser } from "@/lib/accounts/disable-user";
import { liftSecondFactor } from "@/lib/second-factor/end";

const PAGE = "/[locale]/admin/users";

export async function inviteAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { link } = await createInvitation(await currentActor(), {
      role: form.get("role"),
      email: form.get("email"),
      locale: await getLocale(),
    });
    const t = await getTranslations("admin.users");
    return { message: t("invited"), reveal: link };
  });
}

export async function roleAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const input = { userId: form.get("userId"), role: form.get("role") };
    await changeRole(await currentActor(), input);
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("admin.users"))("saved") };
  });
}

export async function accessAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const change = form.get("access") === "disable" ? disableUser : enableUser;
    await change(await currentActor(), String(form.get("userId")));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("admin.users"))("saved") };
  });
}

export async function factorAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await liftSecondFactor(await currentActor(), String(form.get("userId")));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("admin.users"))("saved") };
  });
}
