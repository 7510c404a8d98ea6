import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Page } from "@/components/ui/page";
import { MAX_GIVEN_KB } from "@/lib/credentials/verify-publicly";
import { type VerifyState, verifyAction } from "./actions";
import { VerifyForm } from "./verify-form";

type Props = { searchParams: Promise<Record<string, string | string[]>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("verify"))("title") };
}

/** What a link in the address leads to is verified at once, so that results can be linked to. */
async function initialState(link: string): Promise<VerifyState> {
  const empty = { view: null, error: "", text: link };
  if (link === "") return empty;
  const form = new FormData();
  form.set("text", link);
  return verifyAction(empty, form);
}

export default async function VerifyCredentialPage({ searchParams }: Props) {
  const link = String((await searchParams).link ?? "");
  const t = await getTranslations("verify");
  const labels = {
    ...{ text: t("form.text"), textHint: t("form.textHint"), submit: t("form.submit") },
    ...{ file: t("form.file"), fileHint: t("form.fileHint", { limitKb: MAX_GIVEN_KB }) },
    ...{ email: t("form.email"), emailHint: t("form.emailHint") },
    tooLarge: (await getTranslations("errors"))("file_too_large", { limitKb: MAX_GIVEN_KB }),
    result: {
      ...{ result: t("result"), checks: t("checks"), says: t("says"), figures: t("figures") },
      ...{ achievement: t("achievement"), holder: t("holder"), issuer: t("issuer") },
    },
  };
  return (
    <Page title={t("title")} lead={t("lead")}>
      <VerifyForm initial={await initialState(link)} limitKb={MAX_GIVEN_KB} labels={labels} />
    </Page>
  );
}
