import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { QuizMessages } from "@/components/quiz/messages";
import { StartButton } from "@/components/quiz/start-button";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { FactList } from "@/components/ui/fact-list";
import { Link } from "@/i18n/navigation";
import type { Actor } from "@/lib/auth/actor";
import { listAttempts } from "@/lib/quiz/list-attempts";
import { PastAttempts } from "./past-attempts";
import { SignInNote } from "./sign-in-note";

type Props = { actor: Actor; slug: string; statement: ReactNode };

/** A quiz before and between attempts: its rules, the way in, and what one did so far. */
export async function QuizWork({ actor, slug, statement }: Props) {
  const t = await getTranslations("quiz");
  const format = await getFormatter();
  const quiz = await listAttempts(actor, slug);
  const { rules, left } = quiz;
  const facts = [
    [t("rules.questions"), t("rules.questionsOf", { n: rules.questions })],
    [t("rules.time"), t("rules.minutes", { n: rules.minutes })],
    [
      t("rules.pass"),
      t("rules.passOf", { share: format.number(rules.pass, { style: "percent" }) }),
    ],
    [t("rules.attempts"), t("rules.attemptsOf", { left, limit: rules.limit })],
  ] as const;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,50rem)_23rem] lg:justify-between">
      <aside className="grid gap-6 px-4 lg:col-start-2 lg:row-start-1 lg:px-0">
        <div className="rounded-lg border border-line bg-raised p-4 sm:p-5">
          <div className="mb-4">
            <FactList facts={facts} />
          </div>
          <WayIn actor={actor} slug={slug} open={quiz.open} nextAt={quiz.nextAt} />
        </div>
        <PastAttempts attempts={quiz.past} />
      </aside>
      <div className="min-w-0 overflow-hidden border-line border-y bg-raised lg:col-start-1 lg:row-start-1 lg:rounded-lg lg:border">
        {statement}
      </div>
    </div>
  );
}

type WayInProps = { actor: Actor; slug: string; open: string | null; nextAt: string | null };

async function WayIn({ actor, slug, open, nextAt }: WayInProps) {
  const t = await getTranslations("quiz");
  const format = await getFormatter();
  if (actor.kind !== "user") return <SignInNote slug={slug} namespace="quiz" />;
  if (open) {
    return (
      <>
        <p className="mb-3 text-sm">{t("openNote")}</p>
        <Link href={`/attempts/${open}`} className={buttonClass()}>
          {t("continue")}
        </Link>
      </>
    );
  }
  if (nextAt) {
    const at = format.dateTime(new Date(nextAt), {
      dateStyle: "long",
      timeStyle: "short",
    });
    return <Alert>{t("noneLeft", { at })}</Alert>;
  }
  return (
    <>
      <p className="mb-3 text-muted text-sm">{t("startNote")}</p>
      <QuizMessages>
        <StartButton label={t("start")} path={`/challenges/${slug}/attempts`} page="/attempts" />
      </QuizMessages>
    </>
  );
}
