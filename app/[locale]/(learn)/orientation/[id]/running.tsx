import { getTranslations } from "next-intl/server";
import { Markdown } from "@/components/markdown";
import { OrientationMessages } from "@/components/orientation/messages";
import { RunningQuestion } from "@/components/orientation/running-question";
import { WholeTime } from "@/components/orientation/whole-time";
import { Progress } from "@/components/ui/progress";
import type { Locale } from "@/i18n/routing";
import type { OrientationView } from "@/lib/orientation/read-orientation";

type Props = { id: string; running: NonNullable<OrientationView["running"]>; locale: Locale };

/** An orientation under way; its texts are rendered here, in the reader's language. */
export async function Running({ id, running, locale }: Props) {
  const t = await getTranslations("orientation");
  const { question, why, remainingMs, wholeRemainingMs, most, pillars, repeatDays } = running;
  const { number, kind, points, topic, prompt, options, unit } = question;
  return (
    <OrientationMessages>
      <div className="mb-4 grid gap-2">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          <Progress done={number - 1} total={most} label={t("progress", { n: number, most })} />
          <WholeTime remainingMs={wholeRemainingMs} />
        </div>
        <p className="flex flex-wrap gap-x-3 text-muted text-xs tabular-nums">
          <span>{t("pillars")}</span>
          {pillars.map(({ pillar, asked }) => (
            <span key={pillar}>{t("pillarOf", { name: t(`pillar.${pillar}`), n: asked })}</span>
          ))}
        </p>
      </div>
      <RunningQuestion
        key={number}
        attempt={id}
        question={{
          ...{ number, kind, points, topic: topic[locale] },
          prompt: <Markdown text={prompt[locale]} />,
          options: options.map((option) => ({
            text: option[locale],
            shown: <Markdown text={option[locale]} />,
          })),
          unit: unit?.[locale] ?? null,
        }}
        remainingMs={remainingMs}
        why={t("why", {
          skill: why.skill[locale],
          ...{ from: Math.round(why.from), to: Math.round(why.to) },
        })}
        repeatDays={repeatDays}
      />
      <noscript>{t("noScript")}</noscript>
    </OrientationMessages>
  );
}
