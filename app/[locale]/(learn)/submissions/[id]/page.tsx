import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { CodeBlock } from "@/components/code-block";
import { buttonClass } from "@/components/ui/button";
import { Page } from "@/components/ui/page";
import LiveResult from "@/components/workspace/live-result";
import { WorkspaceMessages } from "@/components/workspace/messages";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readSubmission } from "@/lib/submissions/read-submission";
import { ProjectResult } from "./project-result";
import { StandingForm } from "./standing-form";

type Props = { params: Promise<{ id: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("submission"))("one") };
}

export default async function SubmissionPage({ params }: Props) {
  const { id, locale } = await params;
  if (!z.uuid().safeParse(id).success) notFound();
  const actor = await requireSignIn(`/submissions/${id}`);
  const submission = await orNotFound(readSubmission(actor, id));
  const t = await getTranslations("submission");
  const format = await getFormatter();
  const at = format.dateTime(new Date(submission.createdAt), {
    dateStyle: "long",
    timeStyle: "medium",
  });
  const back = (
    <Link href={`/challenges/${submission.challenge}`} className={buttonClass("secondary")}>
      {t("again")}
    </Link>
  );
  if (submission.marked) {
    return (
      <Page title={submission.title[locale]} lead={at} aside={back}>
        <ProjectResult actor={actor} id={id} own={submission.own} />
        <StandingForm actor={actor} id={id} />
      </Page>
    );
  }
  return (
    <Page title={submission.title[locale]} lead={at} aside={back}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section className="min-w-0 overflow-hidden rounded-lg border border-line bg-raised">
          <WorkspaceMessages>
            <LiveResult streamUrl={`/api/v1/submissions/${id}/events`} />
          </WorkspaceMessages>
        </section>
        <section className="min-w-0">
          {submission.revealsAt ? (
            <p className="mb-3 text-sm">
              {t("sealed", {
                at: format.dateTime(new Date(submission.revealsAt), { dateStyle: "long" }),
              })}
            </p>
          ) : null}
          {submission.upload ? (
            <a
              href={`/api/v1/submissions/${id}/file`}
              download={submission.upload.filename}
              className={buttonClass("secondary")}
            >
              {t("download", { name: submission.upload.filename })}
            </a>
          ) : submission.attempt ? (
            <Link href={`/attempts/${submission.attempt}`} className={buttonClass()}>
              {t("attempt")}
            </Link>
          ) : (
            <>
              <h2 className="sr-only">{t("code")}</h2>
              {Object.entries(submission.files).map(([name, source]) => (
                <CodeBlock key={name} name={name} source={source} />
              ))}
            </>
          )}
          <p className="mt-2 break-all font-mono text-muted text-xs">
            {t("content", { hash: submission.contentHash.slice(0, 16) })}
          </p>
          <StandingForm actor={actor} id={id} />
        </section>
      </div>
    </Page>
  );
}
