"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { callApi, RequestFailed } from "../workspace/api";

/** Begins an orientation and goes to it. */
export function BeginButton() {
  const t = useTranslations("orientation");
  const quiz = useTranslations("quiz");
  const locale = useLocale();
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const start = async () => {
    setSending(true);
    try {
      const { id } = await callApi<{ id: string }>("/orientation", {
        method: "POST",
        body: { locale },
      });
      router.push(`/${locale}/orientation/${id}`);
    } catch (error) {
      setProblem(error instanceof RequestFailed ? error.message : quiz("failed"));
      setSending(false);
    }
  };

  return (
    <>
      <Button onClick={start} disabled={sending}>
        {t("start")}
      </Button>
      {problem ? (
        <p role="alert" className="mt-2 text-bad text-sm">
          {problem}
        </p>
      ) : null}
    </>
  );
}
