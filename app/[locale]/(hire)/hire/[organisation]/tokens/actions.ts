"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { createOrganisationToken, revokeOrganisationToken } from "@/lib/organisations/tokens";

const PAGE = "/[locale]/hire/[organisation]/tokens";

export async function createTokenAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const slug = String(form.get("organisation") ?? "");
    const { secret } = await createOrganisationToken(await currentActor(), slug, {
      ...{ name: form.get("name"), days: form.get("days"), scopes: form.getAll("scopes") },
    });
    revalidatePath(PAGE, "page");
    const t = await getTranslations("account.tokens");
    return { message: t("done"), reveal: secret };
  });
}

export async function revokeTokenAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const slug = String(form.get("organisation") ?? "");
    await revokeOrganisationToken(await currentActor(), slug, String(form.get("id") ?? ""));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("organisations.tokens"))("revoked") };
  });
}
