"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { createToken } from "@/lib/tokens/create-token";
import { revokeToken } from "@/lib/tokens/revoke-token";

export async function createTokenAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { secret } = await createToken(await currentActor(), {
      name: form.get("name"),
      days: form.get("days"),
      scopes: form.getAll("scopes"),
    });
    revalidatePath("/[locale]/account/tokens", "page");
    const t = await getTranslations("account.tokens");
    return { message: t("done"), reveal: secret };
  });
}

export async function revokeTokenAction(form: FormData): Promise<void> {
  await revokeToken(await currentActor(), String(form.get("id")));
  revalidatePath("/[locale]/account/tokens", "page");
}
