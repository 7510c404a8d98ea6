import type { Metadata } from "next";
import { getFormatter, getTranslations } from "next-intl/server";
import { oneOf } from "@/app/_session/one-of";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { EmptyNote } from "@/components/ui/empty-note";
import { Form } from "@/components/ui/form";
import { MoreLink } from "@/components/ui/more-link";
import { Page } from "@/components/ui/page";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-area-field";
import type { Locale } from "@/i18n/routing";
import { type ContestRow, listContests } from "@/lib/matching/contests/list-contests";
import { titleIn } from "@/lib/openings/opening-texts";
import { answerContestAction } from "./actions";

type Props = {
  params: Promise<{ organisation: string; locale: Locale }>;
  searchParams: Promise<{ cursor?: string | string[] }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("matching"))("contest.title") };
}

export default async function ContestsPage({ params, searchParams }: Props) {
  const { organisation, locale } = await params;
  const path = `/hire/${organisation}/contests`;
  const actor = await requireSignIn(path);
  const query = { cursor: oneOf((await searchParams).cursor) };
  const { contests, next } = await orNotFound(listContests(actor, organisation, query));
  const t = await getTranslations("matching");
  return (
    <Page title={t("contest.title")} lead={t("contest.lead")}>
      {contests.length === 0 ? <EmptyNote>{t("contest.none")}</EmptyNote> : null}
      <ul className="grid gap-4">
        {contests.map((contest) => (
          <Contest key={contest.id} contest={contest} organisation={organisation} locale={locale} />
        ))}
      </ul>
      <MoreLink path={path} next={next} />
    </Page>
  );
}

type ContestProps = { contest: ContestRow; organisation: string; locale: Locale };

async function Contest({ contest, organisation, locale }: ContestProps) {
  const t = await getTranslations("matching");
  const format = await getFormatter();
  const { candidate, opening, rank, status, text, answer, dueAt, overdue } = contest;
  const name = candidate
    ? candidate.masked
      ? t("row.blind", { name: candidate.name })
      : candidate.name
    : t("contest.unseen");
  return (
    <li className="rounded-lg border border-line bg-raised p-4">
      <p className="break-words font-medium">
        {name} · {opening ? titleIn(opening, locale) : t("contest.search")}
        {rank === null ? "" : ` · ${t("contest.rank", { rank })}`}
      </p>
      <p className={overdue ? "text-bad text-sm" : "text-muted text-sm"}>
        {t(`contest.status.${status}`)} ·{" "}
        {t(overdue ? "contest.overdue" : "contest.due", {
          at: format.dateTime(dueAt, { dateStyle: "medium" }),
        })}
      </p>
      <p className="mt-3 max-w-prose whitespace-pre-line break-words">{text}</p>
      {status === "open" ? (
        <Form
          action={answerContestAction}
          summary={(await getTranslations("account"))("summary")}
          prefix={`${contest.id}-`}
          className="mt-4 grid max-w-xl gap-3"
        >
          <input type="hidden" name="organisation" value={organisation} />
          <input type="hidden" name="contest" value={contest.id} />
          <SelectField
            name="status"
            label={t("contest.decision")}
            options={[
              { value: "", label: t("contest.choose") },
              { value: "upheld", label: t("contest.uphold") },
              { value: "dismissed", label: t("contest.dismiss") },
            ]}
          />
          <TextAreaField
            name="answer"
            label={t("contest.answer")}
            hint={t("contest.answerHint")}
            rows={4}
            maxLength={4000}
          />
          <SubmitButton className="justify-self-start">{t("contest.send")}</SubmitButton>
        </Form>
      ) : (
        <blockquote className="mt-3 max-w-prose whitespace-pre-line break-words border-line border-l-4 pl-3">
          {answer}
        </blockquote>
      )}
    </li>
  );
}
