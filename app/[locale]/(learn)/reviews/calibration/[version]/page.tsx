import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import { z } from "zod";
import { orNotFound } from "@/app/_session/or-not-found";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { Markdown } from "@/components/markdown";
import { CalibrationTable } from "@/components/projects/calibration-table";
import { MarksFields } from "@/components/projects/marks-fields";
import { ProjectMessages } from "@/components/projects/messages";
import { shownCriteria } from "@/components/projects/shown-criteria";
import { Alert } from "@/components/ui/alert";
import { buttonClass } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Page } from "@/components/ui/page";
import { SubmitButton } from "@/components/ui/submit-button";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { readCalibration } from "@/lib/projects/calibration";
import { calibrateAction } from "../../actions";

type Props = { params: Promise<{ version: string; locale: Locale }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("project.calibration"))("title") };
}

export default async function CalibrationPage({ params }: Props) {
  const { version, locale } = await params;
  if (!z.uuid().safeParse(version).success) notFound();
  const actor = await requireSignIn(`/reviews/calibration/${version}`);
  const calibration = await orNotFound(readCalibration(actor, version));
  const t = await getTranslations("project.calibration");
  const form = await getTranslations("project");
  const format = await getFormatter();
  const { next, agreement, compared, rubric } = calibration;
  const retry = agreement !== null && !agreement.passed && next !== null && !calibration.begun;
  return (
    <Page title={t("title")} lead={calibration.title[locale]}>
      {agreement && (compared || retry) ? (
        <Alert
          tone={agreement.passed ? "good" : "warn"}
          title={t(agreement.passed ? "passed" : "failed")}
          className="mb-6"
        >
          <p className="text-sm">
            {t("agreement", {
              distance: format.number(agreement.distance, { maximumFractionDigits: 2 }),
              adjacent: format.number(agreement.adjacent, { style: "percent" }),
            })}{" "}
            {t(agreement.passed ? "passedNote" : retry ? "again" : "failedNote")}
          </p>
        </Alert>
      ) : null}
      {next ? (
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <section className="min-w-0 rounded-lg border border-line bg-raised p-4 sm:p-6">
            <Markdown text={next.text[locale]} />
          </section>
          <ProjectMessages>
            <Form
              key={`${calibration.turn}-${next.slug}`}
              action={calibrateAction}
              summary={form("summary")}
              prefix="calibration-"
            >
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="slug" value={next.slug} />
              <p className="font-medium">
                {t("progress", { n: calibration.done + 1, total: calibration.total })}
              </p>
              <p className="text-muted text-sm">{t("lead")}</p>
              <MarksFields criteria={await shownCriteria(rubric)} />
              <SubmitButton className="justify-self-start">{t("send")}</SubmitButton>
            </Form>
          </ProjectMessages>
        </div>
      ) : (
        <>
          <Link href="/reviews" className={buttonClass("primary", "mb-6")}>
            {t("toReviews")}
          </Link>
          <div className="grid gap-6">
            {compared?.map((piece, index) => (
              <CalibrationTable key={piece.slug} number={index + 1} rubric={rubric} piece={piece} />
            ))}
          </div>
        </>
      )}
    </Page>
  );
}
