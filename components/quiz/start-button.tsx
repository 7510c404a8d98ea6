"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { callApi, RequestFailed } from "../workspace/api";

/** Begins an attempt and goes to it. */
export function StartButton({ slug }: { slug: string }) {
  const t = useTranslations("quiz");
  const locale = useLocale();
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const start = async () => {
    setSending(true);
    try {
      const path = `/challenges/${slug}/attempts`;
      const { id } = await callApi<{ id: string }>(path, { method: "POST" });
      router.push(`/${locale}/attempts/${id}`);
    } catch (error) {
      setProblem(error instanceof RequestFailed ? error.message : t("failed"));
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
