import { getFormatter, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Markdown } from "@/components/markdown";
import { ConfirmNames } from "@/components/projects/confirm-names";
import { ProjectMessages } from "@/components/projects/messages";
import { ReportField } from "@/components/projects/report-field";
import { RubricView } from "@/components/projects/rubric-view";
import { Form } from "@/components/ui/form";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Actor } from "@/lib/auth/actor";
import { readWork, type WorkView } from "@/lib/projects/read-work";
import { Attachments } from "./attachments";
import { PastWork } from "./past-work";
import { handInAction, startAction } from "./project-actions";
import { SignInNote } from "./sign-in-note";
import { TeamPanel } from "./team-panel";

type Props = { actor: Actor; slug: string; statement: ReactNode };

/** A project: its statement and rubric, the team, and the report while it is being written. */
export async function ProjectWork({ actor, slug, statement }: Props) {
  const t = await getTranslations("project");
  const work = await readWork(actor, slug);
  const { piece } = work;
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[minmax(0,50rem)_23rem] lg:grid-rows-[auto_1fr_auto] lg:justify-between">
      <aside className="px-4 lg:col-start-2 lg:row-start-1 lg:px-0">
        <Rules work={work} signedIn={actor.kind === "user"} />
      </aside>
      <div className="grid min-w-0 gap-6 lg:col-start-1 lg:row-span-2 lg:row-start-1">
        <div className="overflow-hidden border-line border-y bg-raised lg:rounded-lg lg:border">
          {statement}
        </div>
        <section className="px-4 lg:px-0">
          <h2 className="mb-1 font-semibold text-lg">{t("rubric")}</h2>
          <p className="mb-3 text-muted text-sm">{t("rubricLead")}</p>
          <RubricView rubric={work.rubric} />
        </section>
      </div>
      <div className="grid gap-6 px-4 empty:hidden lg:col-start-2 lg:row-start-2 lg:px-0">
        {piece && work.rules.team ? (
          <TeamPanel slug={slug} piece={piece} team={work.rules.team} />
        ) : null}
        <PastWork past={work.past} />
      </div>
      <section
        className="min-w-0 px-4 lg:col-start-1 lg:row-start-3 lg:px-0"
        aria-labelledby="own-work"
      >
        <h2 id="own-work" className="mb-3 font-semibold text-lg">
          {t("work")}
        </h2>
        <OwnWork actor={actor} slug={slug} work={work} />
      </section>
    </div>
  );
}

async function Rules({ work, signedIn }: { work: WorkView; signedIn: boolean }) {
  const t = await getTranslations("project");
  const format = await getFormatter();
  const { review, team, pass } = work.rules;
  const facts = [
    [t("rules.work"), team ? t("rules.team", { min: team.min, max: team.max }) : t("rules.alone")],
    [t("rules.marked"), t("rules.markedBy", { peers: review.peers, staff: review.reviewers })],
    [t("rules.days"), t("rules.daysOf", { n: review.days })],
    [t("rules.pass"), t("rules.passOf", { share: format.number(pass, { style: "percent" }) })],
  ] as const;
  return (
    <div className="rounded-lg border border-line bg-raised p-4 sm:p-5">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-3 border-line border-t pt-3 text-muted text-sm">{t("rules.how")}</p>
      {signedIn ? (
        <Link href="/reviews" className="mt-2 inline-block text-accent text-sm underline">
          {t("toReviews")}
        </Link>
      ) : null}
    </div>
  );
}

async function OwnWork({ actor, slug, work }: { actor: Actor; slug: string; work: WorkView }) {
  const t = await getTranslations("project");
  if (actor.kind !== "user") return <SignInNote slug={slug} namespace="project" />;
  const { piece } = work;
  if (!piece) {
    return (
      <Form action={startAction} summary={t("summary")} prefix="start-">
        <input type="hidden" name="slug" value={slug} />
        <p className="text-muted text-sm">{t(work.rules.team ? "startTeam" : "startAlone")}</p>
        <SubmitButton className="justify-self-start">{t("start")}</SubmitButton>
      </Form>
    );
  }
  if (!piece.draft) return <p className="text-muted">{t("handedIn")}</p>;
  const { min_characters: min, max_characters: max } = work.rules.report;
  return (
    <ProjectMessages>
      <Form action={handInAction} summary={t("summary")} prefix="report-">
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="piece" value={piece.id} />
        <p className="text-sm">{t("blindNote")}</p>
        <ReportField
          key={piece.id}
          piece={piece.id}
          report={piece.report}
          revision={piece.revision}
          min={min}
          max={max}
        />
        <ConfirmNames />
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton name="intent" value="handIn">
            {t("handIn")}
          </SubmitButton>
          <SubmitButton name="intent" value="save" variant="secondary">
            {t("saveAndPreview")}
          </SubmitButton>
        </div>
      </Form>
      <Attachments slug={slug} piece={piece} rules={work.rules} />
      {piece.report.trim() ? (
        <details className="mt-4 rounded-lg border border-line bg-raised">
          <summary className="cursor-pointer px-4 py-3 font-medium">{t("preview")}</summary>
          <div className="border-line border-t p-4">
            <Markdown text={piece.report} />
          </div>
        </details>
      ) : null}
    </ProjectMessages>
  );
}
