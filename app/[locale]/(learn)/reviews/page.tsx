import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { requireSignIn } from "@/app/_session/require-sign-in";
import { EmptyNote } from "@/components/ui/empty-note";
import { Page } from "@/components/ui/page";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { listReviews } from "@/lib/projects/list-reviews";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("project.reviews"))("title") };
}

export default async function ReviewsPage() {
  const reviews = await listReviews(await requireSignIn("/reviews"));
  const t = await getTranslations("project.reviews");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  const versions = new Map(reviews.map((review) => [review.versionId, review]));
  return (
    <Page title={t("title")} lead={t("lead")}>
      {reviews.length === 0 ? <EmptyNote>{t("none")}</EmptyNote> : null}
      {[...versions].map(([versionId, { title, calibration }]) => (
        <section key={versionId} className="mb-8">
          <h2 className="mb-1 font-semibold text-lg">{title[locale]}</h2>
          <p className="mb-3 text-sm">
            {t(`calibration.${calibration}`)}{" "}
            <Link href={`/reviews/calibration/${versionId}`} className="text-accent underline">
              {t(calibration === "open" ? "calibrate" : "seeCalibration")}
            </Link>
          </p>
          <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
            {reviews
              .filter((review) => review.versionId === versionId)
              .map(({ id, status, dueAt, helpful }, index) => (
                <li
                  key={id}
                  className="relative flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 hover:bg-surface"
                >
                  <Link
                    href={`/reviews/${id}`}
                    className="min-w-24 flex-1 font-medium after:absolute after:inset-0"
                  >
                    {t("piece", { n: index + 1 })}
                  </Link>
                  {helpful ? (
                    <span className="text-muted text-sm">{t("helpful", { n: helpful })}</span>
                  ) : null}
                  {dueAt && (status === "new" || status === "begun") ? (
                    <span className="text-muted text-sm">
                      {t("due", { at: format.dateTime(new Date(dueAt), { dateStyle: "long" }) })}
                    </span>
                  ) : null}
                  <span className="text-sm">{t(`status.${status}`)}</span>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
