"use server";

import { revalidatePath } from "next/cache";
import { getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import { ticked } from "@/app/_session/ticked";
import type { FormState } from "@/components/ui/form-state";
import { saveDemographics, withdrawDemographics } from "@/lib/candidates/demographics";
import { placeOrganisation } from "@/lib/candidates/place-organisation";
import { saveConsent, withdrawConsent } from "@/lib/candidates/save-consent";

async function done(key: "saved" | "withdrawn" | "demographics.forgotten") {
  revalidatePath("/[locale]/candidate", "layout");
  return { message: (await getTranslations("candidate.consent"))(key) };
}

export async function consentAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await saveConsent(await currentActor(), {
      discoverability: form.get("discoverability"),
      ...{ blind: form.get("shown") !== "named", ranked: form.has("ranked") },
      ...{ bands: ticked(form, "band."), evidence: ticked(form, "evidence.") },
    });
    return done("saved");
  });
}

export async function withdrawAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await withdrawConsent(await currentActor());
    return done("withdrawn");
  });
}

export async function placeAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { organisationId, place } = Object.fromEntries(form);
    await placeOrganisation(await currentActor(), { organisationId, place });
    return done("saved");
  });
}

export async function demographicsAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { sex, ethnicity } = Object.fromEntries(form);
    await saveDemographics(await currentActor(), { sex, ethnicity });
    return done("saved");
  });
}

export async function forgetDemographicsAction(
  state: FormState,
  form: FormData,
): Promise<FormState> {
  return answerForm(state, form, async () => {
    await withdrawDemographics(await currentActor());
    return done("demographics.forgotten");
  });
}
