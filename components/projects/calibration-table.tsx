import { getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import type { Rubric } from "@/lib/content/project-fields";
import type { readCalibration } from "@/lib/projects/calibration";
import { Markdown } from "../markdown";

type Compared = NonNullable<Awaited<ReturnType<typeof readCalibration>>["compared"]>[number];

/** A reviewer's levels for a calibration piece beside staff's, with their reasons. */
export async function CalibrationTable({
  number,
  rubric,
  piece,
}: {
  number: number;
  rubric: Rubric;
  piece: Compared;
}) {
  const t = await getTranslations("project.calibration");
  const locale = (await getLocale()) as Locale;
  return (
    <section className="rounded-lg border border-line bg-raised">
      <h2 className="px-4 pt-3 font-semibold">{t("piece", { n: number })}</h2>
      <dl className="divide-y divide-line px-4 py-2 text-sm">
        {rubric.map(({ slug, title }) => {
          const own = piece.own[slug] ?? 0;
          const staff = piece.staff[slug];
          if (!staff) return null;
          const off = Math.abs(own - staff.level);
          return (
            <div key={slug} className="grid gap-1 py-2 sm:grid-cols-[12rem_1fr] sm:gap-4">
              <dt className="font-medium">
                {title[locale]}
                <span
                  className={`block font-normal tabular-nums ${off > 1 ? "text-bad" : off === 1 ? "text-warn" : "text-good"}`}
                >
                  {t("levels", { own, staff: staff.level })}
                </span>
              </dt>
              <dd>{staff.reason[locale]}</dd>
            </div>
          );
        })}
      </dl>
      <details className="border-line border-t">
        <summary className="cursor-pointer px-4 py-3 text-sm">{t("readAgain")}</summary>
        <div className="border-line border-t p-4">
          <Markdown text={piece.text[locale]} />
        </div>
      </details>
    </section>
  );
}
