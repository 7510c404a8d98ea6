import { getFormatter, getTranslations } from "next-intl/server";
import { Factors } from "@/components/matching/factors";
import { MatchScore } from "@/components/matching/match-score";
import { Alert } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { ANSWER_DAYS } from "@/lib/matching/contests/contest-rank";
import type { OwnRank } from "@/lib/matching/rankings/read-own-rank";
import type { Placed } from "@/lib/matching/rankings/read-placed";
import { contestAction } from "./contest-action";

type Props = {
  placed: Placed;
  organisation: string;
  /** Of an opening; a search asks for no skill that a challenge could prove. */
  raises?: OwnRank["raises"];
  locale: Locale;
};

/** The rank, every factor of it, what would raise it, and the objection to it. */
export async function Rank({ placed, organisation, raises, locale }: Props) {
  const t = await getTranslations("matching");
  const format = await getFormatter();
  const { result, among, rankedAt, scorer, modelHash, rankingId } = placed;
  const titles = new Map(result.skills.map((one) => [one.slug, one.title]));
  return (
    <section className="rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{t("own.whyTitle")}</h2>
      <p className="mt-1 text-lg tabular-nums">
        {t("own.rankOf", {
          rank: result.rank,
          among: among === "few" ? t("own.few") : String(among),
        })}
      </p>
      <p className="text-muted text-sm">
        {t("own.ranked", {
          organisation,
          at: rankedAt
            ? format.dateTime(rankedAt, { dateStyle: "medium", timeStyle: "short" })
            : "",
        })}
      </p>
      <div className="mt-3">
        <MatchScore result={result} />
      </div>
      <Factors
        result={result}
        title={(slug) => titles.get(slug) ?? { en: slug, zh: slug }}
        locale={locale}
      />
      {raises ? <Raises raises={raises} locale={locale} /> : null}
      <p className="mt-4 break-all text-muted text-sm">
        {t("own.versions", { scorer, model: modelHash.slice(0, 12), id: rankingId })}
      </p>
      <Contest placed={placed} organisation={organisation} />
    </section>
  );
}

type RaisesProps = { raises: OwnRank["raises"]; locale: Locale };

async function Raises({ raises, locale }: RaisesProps) {
  const t = await getTranslations("matching");
  return (
    <>
      <h3 className="mt-4 font-medium">{t("own.raise")}</h3>
      {raises.length === 0 ? (
        <p className="text-muted text-sm">{t("own.raiseNone")}</p>
      ) : (
        <ul className="mt-1 list-disc pl-5">
          {raises.map(({ id, title, href, moves }) => (
            <li key={id}>
              <Link href={href} className="text-accent underline">
                {title[locale]}
              </Link>
              {moves ? (
                <span className="text-muted text-sm">
                  {" "}
                  {t("own.moves", {
                    skill: moves.title[locale],
                    from: Math.round(moves.from),
                    to: Math.round(moves.to),
                  })}
                </span>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

async function Contest({ placed, organisation }: { placed: Placed; organisation: string }) {
  const t = await getTranslations("matching");
  const format = await getFormatter();
  const { contest, rankingId } = placed;
  if (contest) {
    return (
      <Alert className="mt-4" tone={contest.status === "upheld" ? "good" : "info"}>
        <p className="font-medium">{t(`own.contestStatus.${contest.status}`)}</p>
        <p className="whitespace-pre-line break-words">{contest.text}</p>
        {contest.status === "open" ? (
          <p className="text-muted text-sm">
            {t("own.contestDue", { at: format.dateTime(contest.dueAt, { dateStyle: "medium" }) })}
          </p>
        ) : (
          <blockquote className="mt-2 whitespace-pre-line break-words border-line border-l-4 pl-3">
            {contest.answer}
          </blockquote>
        )}
      </Alert>
    );
  }
  return (
    <details className="mt-4">
      <summary className="cursor-pointer font-medium">{t("own.contest")}</summary>
      <p className="mt-2 max-w-prose text-muted text-sm">
        {t("own.contestLead", { organisation, days: ANSWER_DAYS })}
      </p>
      <Form
        action={contestAction}
        summary={(await getTranslations("account"))("summary")}
        className="mt-3 grid max-w-xl gap-3"
      >
        <input type="hidden" name="ranking" value={rankingId} />
        <input type="hidden" name="organisation" value={organisation} />
        <TextAreaField name="text" label={t("own.contestText")} rows={4} maxLength={4000} />
        <SubmitButton className="justify-self-start">{t("own.contestSend")}</SubmitButton>
      </Form>
    </details>
  );
}
