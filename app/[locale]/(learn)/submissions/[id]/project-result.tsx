import { getFormatter, getTranslations } from "next-intl/server";
import { Markdown } from "@/components/markdown";
import { FileList } from "@/components/projects/file-list";
import { ResultCriteria } from "@/components/projects/result-criteria";
import { VerdictWatch } from "@/components/projects/verdict-watch";
import { Alert } from "@/components/ui/alert";
import { VerdictMark } from "@/components/ui/verdict-mark";
import type { Actor } from "@/lib/auth/actor";
import { type ResultView, readResult } from "@/lib/projects/read-result";
import { AppealSection } from "./appeal-section";
import { ResultReviews } from "./result-reviews";

type Props = { actor: Actor; id: string; own: boolean };

/** A project's marking: how far it is; then the mark by criterion, the reviews, and a way to object. */
export async function ProjectResult({ actor, id, own }: Props) {
  const result = await readResult(actor, id);
  const t = await getTranslations("project.result");
  const open = result.verdict === null || result.criteria === null;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-2">
      <div className="grid min-w-0 gap-6">
        {open ? <UnderWay result={result} /> : <Marked result={result} />}
        {open ? <VerdictWatch submission={id} /> : null}
        {open ? null : <AppealSection id={id} result={result} own={own} />}
      </div>
      <div className="grid min-w-0 gap-6">
        {open ? null : <ResultReviews id={id} result={result} own={own} />}
        <details className="rounded-lg border border-line bg-raised" open={open}>
          <summary className="cursor-pointer px-4 py-3 font-medium">{t("report")}</summary>
          <div className="border-line border-t p-4">
            <Markdown text={result.report} />
            <FileList base={`/api/v1/pieces/${result.piece}/files`} files={result.files} />
          </div>
        </details>
      </div>
    </div>
  );
}

async function UnderWay({ result }: { result: ResultView }) {
  const t = await getTranslations("project.result");
  const format = await getFormatter();
  const { status, dueAt, progress } = result;
  return (
    <Alert title={t(`status.${status}`)}>
      <p className="mt-1 text-sm">
        {status === "waiting" ? t("waitingNote") : null}
        {status === "reviewing" && dueAt
          ? t("reviewingNote", {
              at: format.dateTime(new Date(dueAt), { dateStyle: "long" }),
              done: progress.peers,
              total: progress.peersInAll,
              staff: progress.staff ? "yes" : "no",
            })
          : null}
      </p>
    </Alert>
  );
}

async function Marked({ result }: { result: ResultView }) {
  const t = await getTranslations("project.result");
  const format = await getFormatter();
  const share = (value: number) => format.number(value, { style: "percent" });
  const { verdict, score, pass, team, criteria, rubric } = result;
  return (
    <section aria-labelledby="marks">
      <div className="mb-3 flex flex-wrap items-baseline gap-3">
        <h2 id="marks" className="font-semibold text-lg">
          {t("marks")}
        </h2>
        {verdict ? <VerdictMark verdict={verdict} /> : null}
        <p className="text-sm">{t("score", { score: share(score ?? 0), pass: share(pass) })}</p>
      </div>
      {team?.factor ? (
        <p className="mb-3 text-sm">
          {t("factor", { factor: format.number(team.factor, { maximumFractionDigits: 2 }) })}
        </p>
      ) : null}
      <ResultCriteria rubric={rubric} criteria={criteria ?? []} />
      <p className="mt-2 text-muted text-sm">{t("method")}</p>
    </section>
  );
}
