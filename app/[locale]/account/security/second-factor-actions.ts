"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { proofOf } from "@/app/_session/proof-of";
import type { FormState } from "@/components/ui/form-state";
import { endSecondFactor } from "@/lib/second-factor/end";
import {
  confirmSecondFactor,
  renewRecoveryCodes,
  startSecondFactor,
} from "@/lib/second-factor/set-up";

const PAGE = "/[locale]/account/security";
const codeOf = (form: FormData) => String(form.get("code") ?? "");

export async function startAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await startSecondFactor(await currentActor(), await proofOf(form));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("account.totp"))("started") };
  });
}

/** The page is not rendered anew: the codes stand in its form this once. */
export async function confirmAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { recoveryCodes } = await confirmSecondFactor(await currentActor(), codeOf(form));
    const t = await getTranslations("account.totp");
    return { message: t("confirmed"), reveal: recoveryCodes.join(" ") };
  });
}

export async function renewAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { recoveryCodes } = await renewRecoveryCodes(await currentActor(), codeOf(form));
    const t = await getTranslations("account.totp");
    return { message: t("renewed"), reveal: recoveryCodes.join(" ") };
  });
}

export async function endAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await endSecondFactor(await currentActor(), codeOf(form));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("account.totp"))("ended") };
  });
}
