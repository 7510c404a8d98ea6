import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import { type Rubric, TOP_LEVEL } from "@/lib/content/project-fields";
import type { ResultView } from "@/lib/projects/read-result";

type Props = { rubric: Rubric; criteria: NonNullable<ResultView["criteria"]> };

/** Each criterion's mark, what that level means, and how far the markers agree. */
export async function ResultCriteria({ rubric, criteria }: Props) {
  const t = await getTranslations("project");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  return (
    <ul className="grid gap-3">
      {criteria.map(({ slug, weight, mean, levels, deviation, agreed }, index) => {
        const criterion = rubric[index];
        const shown = format.number(mean, { maximumFractionDigits: 2 });
        return (
          <li key={slug} className="rounded-lg border border-line bg-raised px-4 py-3">
            <div className="flex flex-wrap items-baseline justify-between gap-x-4">
              <h3 className="font-medium">
                {criterion?.title[locale]}{" "}
                <span className="font-normal text-muted text-sm">
                  {t("weight", { share: format.number(weight, { style: "percent" }) })}
                </span>
              </h3>
              <p className="font-semibold tabular-nums">{t("meanOf", { mean: shown })}</p>
            </div>
            <span
              aria-hidden="true"
              className="my-2 block h-2 overflow-hidden rounded-full bg-line"
            >
              <span
                className="block h-full bg-accent"
                style={{ width: `${(100 * mean) / TOP_LEVEL}%` }}
              />
            </span>
            <p className="text-sm">{criterion?.levels[Math.round(mean)]?.[locale]}</p>
            <p className="mt-1 text-muted text-sm">
              {t("result.levels", { levels: levels.join(", ") })}{" "}
              {t(agreed ? "result.agreed" : "result.apart", {
                deviation: format.number(deviation, { maximumFractionDigits: 2 }),
              })}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
