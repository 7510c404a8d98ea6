import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import type { TopicResult } from "@/lib/quiz/present-result";

/** Points by topic, as bars with their numbers. */
export async function TopicTable({ topics }: { topics: TopicResult[] }) {
  const t = await getTranslations("quiz.result");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  return (
    <table className="w-full text-sm">
      <thead>
        <tr className="border-line border-b text-left text-muted">
          <th scope="col" className="py-2 pr-4 font-normal">
            {t("topic")}
          </th>
          <th scope="col" className="hidden w-2/5 py-2 pr-4 font-normal sm:table-cell">
            {t("share")}
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            {t("points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {topics.map(({ title, earned, points }) => (
          <tr key={title.en} className="border-line border-b last:border-0">
            <th scope="row" className="py-2 pr-4 text-left font-medium">
              {title[locale]}
            </th>
            <td className="hidden py-2 pr-4 sm:table-cell">
              <div className="flex items-center gap-3">
                <span
                  className="h-2 flex-1 overflow-hidden rounded-full bg-line"
                  aria-hidden="true"
                >
                  <span
                    className="block h-full bg-accent"
                    style={{ width: `${(100 * earned) / points}%` }}
                  />
                </span>
                <span className="w-12 text-right tabular-nums">
                  {format.number(earned / points, { style: "percent" })}
                </span>
              </div>
            </td>
            <td className="py-2 text-right tabular-nums">{t("pointsOf", { earned, points })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
