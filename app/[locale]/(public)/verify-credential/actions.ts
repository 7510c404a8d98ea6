"use server";

import { getLocale, getTranslations } from "next-intl/server";
import { currentVisitor } from "@/app/_session/current-actor";
import type { Locale } from "@/i18n/routing";
import { verifyPublicly } from "@/lib/credentials/verify-publicly";
import { DomainError } from "@/lib/platform/errors";
import { type VerifyView, verifyView } from "./verify-view";

export type VerifyState = {
  view: VerifyView | null;
  error: string;
  /** What was pasted, kept for another try. */
  text: string;
};

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
};

/** A file counts before a text: it was chosen, while the text may be a leftover. */
async function givenIn(form: FormData): Promise<Buffer | string> {
  const file = form.get("file");
  return file instanceof File && file.size > 0
    ? Buffer.from(await file.arrayBuffer())
    : textOf(form, "text");
}

export async function verifyAction(_: VerifyState, form: FormData): Promise<VerifyState> {
  const text = textOf(form, "text");
  try {
    const visitor = await currentVisitor();
    const found = await verifyPublicly(visitor, await givenIn(form), textOf(form, "email"));
    const view = await verifyView(found, (await getLocale()) as Locale);
    return { view, error: "", text };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const t = await getTranslations("errors");
    const words = t.has(error.code) ? t(error.code, error.params) : t("unexpected");
    return { view: null, error: words, text };
  }
}
