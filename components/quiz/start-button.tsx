"use client";

import { useRouter } from "next/navigation";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "../ui/button";
import { callApi, RequestFailed } from "../workspace/api";

type Props = {
  label: string;
  /** Where the API begins it, and with what; its id comes back. */
  path: string;
  body?: { locale: string };
  /** Its page is below this. */
  page: string;
};

/** Begins an attempt, or an orientation, and goes to it. */
export function StartButton({ label, path, body, page }: Props) {
  const t = useTranslations("quiz");
  const locale = useLocale();
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const start = async () => {
    setSending(true);
    try {
      const { id } = await callApi<{ id: string }>(path, { method: "POST", body });
      router.push(`/${locale}${page}/${id}`);
    } catch (error) {
      setProblem(error instanceof RequestFailed ? error.message : t("failed"));
      setSending(false);
    }
  };

  return (
    <>
      <Button onClick={start} disabled={sending}>
        {label}
      </Button>
      {problem ? (
        <p role="alert" className="mt-2 text-bad text-sm">
          {problem}
        </p>
      ) : null}
    </>
  );
}
