import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Markdown } from "@/components/markdown";
import { FileList } from "@/components/projects/file-list";
import { MarksAutosave } from "@/components/projects/marks-autosave";
import { MarksFields } from "@/components/projects/marks-fields";
import { ProjectMessages } from "@/components/projects/messages";
import { ReviewCard } from "@/components/projects/review-card";
import { shownCriteria } from "@/components/projects/shown-criteria";
import { Alert } from "@/components/ui/alert";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import type { Locale } from "@/i18n/routing";
import { DomainError } from "@/lib/platform/errors";
import { readReview } from "@/lib/projects/read-review";
import { sendReviewAction } from "../actions";

type Props = { params: Promise<{ id: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("project.reviews"))("one") };
}

async function reviewOf(id: string, locale: Locale) {
  if (!z.uuid().safeParse(id).success) notFound();
  const actor = await requireSignIn(`/reviews/${id}`);
  try {
    return await orNotFound(readReview(actor, id));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== "calibrate_first") throw error;
    redirect(`/${locale}/reviews/calibration/${error.params.versionId}`);
  }
}

export default async function ReviewPage({ params }: Props) {
  const { id, locale } = await params;
  const review = await reviewOf(id, locale);
  const t = await getTranslations("project.reviews");
  const form = await getTranslations("project");
  const format = await getFormatter();
  const due = review.dueAt
    ? t("due", { at: format.dateTime(new Date(review.dueAt), { dateStyle: "long" }) })
    : "";
  return (
    <Page title={review.title[locale]} lead={review.status === "open" ? due : undefined}>
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <section
          aria-label={t("theWork")}
          className="min-w-0 rounded-lg border border-line bg-raised p-4 sm:p-6 lg:sticky lg:top-4 lg:max-h-[calc(100vh-2rem)] lg:overflow-y-auto"
          tabIndex={0}
        >
          <Markdown text={review.report} />
          <FileList base={`/api/v1/reviews/${id}/files`} files={review.files} />
        </section>
        <section className="grid min-w-0 gap-4">
          {review.calibrated ? null : <Alert tone="warn">{t("notCounted")}</Alert>}
          {review.status === "missed" ? <Alert tone="warn">{t("missedNote")}</Alert> : null}
          {review.status === "open" ? (
            <ProjectMessages>
              <Form action={sendReviewAction} summary={form("summary")} prefix="review-">
                <input type="hidden" name="review" value={id} />
                <p className="text-sm">{t("howTo")}</p>
                <MarksFields
                  criteria={await shownCriteria(review.rubric)}
                  marks={review.marks}
                  commentMin={review.commentMin}
                />
                <MarksAutosave
                  path={`/reviews/${id}/marks`}
                  criteria={review.rubric.map(({ slug }) => slug)}
                />
                <p className="text-muted text-sm">{t("final")}</p>
                <SubmitButton className="justify-self-start">{t("send")}</SubmitButton>
              </Form>
            </ProjectMessages>
          ) : (
            <ReviewCard title={t("own")} rubric={review.rubric} marks={review.marks} />
          )}
        </section>
      </div>
    </Page>
  );
}
