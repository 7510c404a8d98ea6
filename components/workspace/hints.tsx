"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import type { Locale } from "@/i18n/routing";
import type { Localized } from "@/lib/content/schemas";
import { Button } from "../ui/button";
import { callApi, RequestFailed } from "./api";

type Props = { slug: string; total: number; opened: Localized[]; signedIn: boolean };

/** Hints, opened one after another; each opening is noted. */
export function Hints({ slug, total, opened, signedIn }: Props) {
  const t = useTranslations("challenge");
  const locale = useLocale() as Locale;
  const [hints, setHints] = useState(opened);
  const [problem, setProblem] = useState<string | null>(null);
  if (total === 0) return null;

  const open = async () => {
    try {
      const path = `/challenges/${slug}/hints`;
      setHints((await callApi<{ hints: Localized[] }>(path, { method: "POST" })).hints);
      setProblem(null);
    } catch (error) {
      setProblem(error instanceof RequestFailed ? error.message : t("failedToStart"));
    }
  };

  return (
    <section className="mt-8 border-line border-t pt-4">
      <h2 className="mb-2 font-semibold">{t("hints")}</h2>
      <ol className="grid list-decimal gap-2 pl-5" aria-live="polite">
        {hints.map((hint) => (
          <li key={hint.en}>{hint[locale]}</li>
        ))}
      </ol>
      {problem ? (
        <p role="alert" className="mt-2 text-bad text-sm">
          {problem}
        </p>
      ) : null}
      {!signedIn ? <p className="text-muted text-sm">{t("hintsSignIn")}</p> : null}
      {signedIn && hints.length < total ? (
        <Button variant="secondary" onClick={open} className="mt-3">
          {t("nextHint", { n: hints.length + 1, total })}
        </Button>
      ) : null}
    </section>
  );
}
