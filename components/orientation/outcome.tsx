import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { OrientationView } from "@/lib/orientation/read-orientation";
import { AnsweredQuestion } from "../quiz/answered-question";
import { Alert } from "../ui/alert";
import { buttonClass } from "../ui/button";
import { BandTable } from "./band-table";

type Outcome = NonNullable<OrientationView["outcome"]>;
type Props = { outcome: Outcome; why: OrientationView["why"] };

const BOX = "rounded-lg border border-line bg-raised p-4";

/** What an orientation found: bands before and after, what to do next, and every question. */
export async function OrientationOutcome({ outcome, why }: Props) {
  const t = await getTranslations("orientation");
  const locale = (await getLocale()) as Locale;
  const { pillars, skills, questions } = outcome;
  return (
    <div className="grid grid-cols-1 gap-6">
      {why ? <p className="text-muted">{t(`over.${why}`)}</p> : null}
      {skills.length === 0 ? (
        <Alert>{t("over.nothing")}</Alert>
      ) : (
        <>
          <section className={BOX}>
            <h2 className="font-semibold">{t("bands.pillars")}</h2>
            <p className="text-muted text-sm">{t("bands.lead")}</p>
            <BandTable
              head={t("bands.pillarName")}
              rows={pillars.map(({ pillar, before, after }) => {
                const name = t(`pillar.${pillar}`);
                return { key: pillar, name, shown: name, before, after };
              })}
            />
          </section>
          <section className={BOX}>
            <h2 className="font-semibold">{t("bands.skills")}</h2>
            <BandTable
              head={t("bands.name")}
              rows={skills.map(({ slug, title, before, after }) => ({
                ...{ key: slug, name: title[locale], before, after },
                shown: (
                  <Link href={`/skills/${slug}`} className="text-accent underline">
                    {title[locale]}
                  </Link>
                ),
              }))}
            />
          </section>
        </>
      )}
      <section className={BOX}>
        <h2 className="font-semibold">{t("next.title")}</h2>
        <p className="mb-3 text-muted text-sm">{t("next.text")}</p>
        <div className="flex flex-wrap gap-3">
          <Link href="/skills" className={buttonClass("primary")}>
            {t("next.skills")}
          </Link>
          <Link href="/challenges" className={buttonClass("secondary")}>
            {t("next.challenges")}
          </Link>
        </div>
      </section>
      {questions.length > 0 ? (
        <section>
          <h2 className="mb-3 font-semibold text-lg">{t("questions")}</h2>
          <ol className="grid grid-cols-1 gap-4">
            {questions.map(({ question, answer, right, how, counted, result }) => (
              <AnsweredQuestion
                key={question.number}
                question={question}
                answer={answer}
                result={result}
                right={{ answer: right, label: t("rightAnswer") }}
                remark={
                  !counted
                    ? t("notCounted")
                    : how === "skipped" || how === "expired"
                      ? t(how)
                      : null
                }
              />
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  );
}
