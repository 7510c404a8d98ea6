"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { releaseDevice } from "@/lib/devices/quarantine";

export async function releaseDeviceAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await releaseDevice(await currentActor(), String(form.get("uuid")));
    revalidatePath("/[locale]/admin", "page");
    return { message: (await getTranslations("admin.devices"))("released") };
  });
}
