import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { AttemptResult } from "@/components/quiz/attempt-result";
import { Judging } from "@/components/quiz/judging";
import { buttonClass } from "@/components/ui/button";
import { WorkspaceMessages } from "@/components/workspace/messages";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readAttempt } from "@/lib/quiz/read-attempt";
import { OpenAttempt } from "./open-attempt";

type Props = { params: Promise<{ id: string; locale: Locale }> };

async function attemptOf(id: string) {
  if (!z.uuid().safeParse(id).success) notFound();
  const actor = await requireSignIn(`/attempts/${id}`);
  return orNotFound(readAttempt(actor, id));
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id, locale } = await params;
  return { title: (await attemptOf(id)).title[locale] };
}

export default async function AttemptPage({ params }: Props) {
  const { id, locale } = await params;
  const attempt = await attemptOf(id);
  const t = await getTranslations("quiz");
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-8">
      <header className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <h1 className="font-semibold text-2xl tracking-tight">{attempt.title[locale]}</h1>
        {attempt.status === "open" ? null : (
          <Link href={`/challenges/${attempt.challenge}`} className={buttonClass("secondary")}>
            {t("result.again")}
          </Link>
        )}
      </header>
      {attempt.judgement ? (
        <AttemptResult attempt={attempt} judgement={attempt.judgement} />
      ) : attempt.submission ? (
        <section className="overflow-hidden rounded-lg border border-line bg-raised">
          <h2 className="px-3 pt-3 font-medium">{t("judgingTitle")}</h2>
          <WorkspaceMessages>
            <Judging submission={attempt.submission} />
          </WorkspaceMessages>
        </section>
      ) : (
        <OpenAttempt attempt={attempt} locale={locale} />
      )}
    </div>
  );
}
