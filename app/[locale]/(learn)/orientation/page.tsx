import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { QuizMessages } from "@/components/quiz/messages";
import { StartButton } from "@/components/quiz/start-button";
import { buttonClass } from "@/components/ui/button";
import { FactList } from "@/components/ui/fact-list";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import { readOverview } from "@/lib/orientation/read-overview";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("orientation"))("title") };
}

const BOX = "rounded-lg border border-line bg-raised p-4";
const RULES = ["one", "unknown", "late", "leave"] as const;

type Overview = Awaited<ReturnType<typeof readOverview>>;

export default async function OrientationPage() {
  const actor = await requireSignIn("/orientation");
  const overview = await readOverview(actor);
  const t = await getTranslations("orientation");
  const { rules } = overview;
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="grid min-w-0 gap-6">
          <section className={BOX}>
            <FactList
              facts={[
                [t("facts.time"), t("facts.timeText", rules)],
                [t("facts.questions"), t("facts.questionsText", rules)],
                [t("facts.repeat"), t("facts.repeatText", { days: rules.repeatDays })],
              ]}
            />
            <div className="mt-4">
              <Start overview={overview} />
            </div>
          </section>
          <section className={BOX}>
            <h2 className="font-semibold">{t("rulesTitle")}</h2>
            <ul className="mt-2 grid max-w-prose list-disc gap-1.5 pl-5">
              {RULES.map((rule) => (
                <li key={rule}>{t(`rules.${rule}`)}</li>
              ))}
            </ul>
          </section>
        </div>
        <div className="grid gap-6">
          {(["for", "not"] as const).map((part) => (
            <section key={part} className={BOX}>
              <h2 className="font-semibold">{t(`${part}Title`)}</h2>
              <p className="mt-1 text-muted">{t(`${part}Text`)}</p>
            </section>
          ))}
          <Past past={overview.past} />
        </div>
      </div>
    </Page>
  );
}

async function Start({ overview: { open, nextAt } }: { overview: Overview }) {
  const t = await getTranslations("orientation");
  const format = await getFormatter();
  if (open) {
    return (
      <>
        <p className="mb-3">{t("openNote")}</p>
        <Link href={`/orientation/${open}`} className={buttonClass("primary")}>
          {t("continue")}
        </Link>
      </>
    );
  }
  if (nextAt) {
    return <p>{t("later", { at: format.dateTime(new Date(nextAt), { dateStyle: "long" }) })}</p>;
  }
  return (
    <QuizMessages>
      <StartButton
        label={t("start")}
        path="/orientation"
        body={{ locale: await getLocale() }}
        page="/orientation"
      />
    </QuizMessages>
  );
}

async function Past({ past }: Pick<Overview, "past">) {
  const t = await getTranslations("orientation");
  const format = await getFormatter();
  if (past.length === 0) return null;
  return (
    <section className={BOX}>
      <h2 className="font-semibold">{t("past")}</h2>
      <ul className="mt-2 grid gap-1">
        {past.map(({ id, startedAt, answered }) => (
          <li key={id}>
            <Link href={`/orientation/${id}`} className="text-accent underline">
              {format.dateTime(new Date(startedAt), { dateStyle: "medium", timeStyle: "short" })}
            </Link>
            <span className="text-muted text-sm"> · {t("pastOf", { n: answered })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
