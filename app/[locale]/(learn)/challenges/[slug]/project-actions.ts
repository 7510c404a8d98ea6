"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { answerForm } from "@/app/_session/answer-form";
import { currentActor } from "@/app/_session/current-actor";
import type { FormState } from "@/components/ui/form-state";
import { requireId } from "@/lib/platform/parse-fields";
import { detachFile } from "@/lib/projects/attach-file";
import { handIn } from "@/lib/projects/hand-in";
import { saveContribution } from "@/lib/projects/save-contribution";
import { saveReport } from "@/lib/projects/save-report";
import { startPiece } from "@/lib/projects/start-piece";
import { leaveTeam, renewTeamLink } from "@/lib/projects/team";

const PAGE = "/[locale]/challenges/[slug]";

const text = (form: FormData, name: string) => String(form.get(name) ?? "");

export async function startAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await startPiece(await currentActor(), text(form, "slug"));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("project"))("started") };
  });
}

export async function handInAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const actor = await currentActor();
    const id = requireId(text(form, "piece"));
    // A form writes the ends of lines as CRLF.
    const report = text(form, "report").replaceAll("\r\n", "\n");
    await saveReport(actor, id, { report, revision: Number(form.get("revision")) });
    revalidatePath(PAGE, "page");
    if (form.get("intent") === "save") {
      return { message: (await getTranslations("project"))("saved") };
    }
    const anonymous = form.get("anonymous") === "yes";
    const { submission } = await handIn(actor, id, { anonymous });
    redirect(`/${await getLocale()}/submissions/${submission}`);
  });
}

export async function inviteMemberAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const { path, url } = await renewTeamLink(await currentActor(), requireId(text(form, "piece")));
    const reveal = url.replace(path, `/${await getLocale()}${path}`);
    return { message: (await getTranslations("project.team"))("invited"), reveal };
  });
}

export async function leaveAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    await leaveTeam(await currentActor(), requireId(text(form, "piece")));
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("project.team"))("left") };
  });
}

export async function detachAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const [piece, upload] = [requireId(text(form, "piece")), requireId(text(form, "upload"))];
    await detachFile(await currentActor(), piece, upload);
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("project.files"))("removed") };
  });
}

export async function contributionAction(state: FormState, form: FormData): Promise<FormState> {
  return answerForm(state, form, async () => {
    const shares = Object.fromEntries(
      [...form].flatMap(([name, value]) =>
        name.startsWith("share.") ? [[name.slice("share.".length), String(value)]] : [],
      ),
    );
    const id = requireId(text(form, "piece"));
    await saveContribution(await currentActor(), id, {
      statement: text(form, "statement"),
      shares,
    });
    revalidatePath(PAGE, "page");
    return { message: (await getTranslations("project.team"))("savedContribution") };
  });
}
