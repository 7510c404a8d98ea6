import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import type { Rubric } from "@/lib/content/project-fields";

/** What a piece is marked by: every criterion with its weight and what each level looks like. */
export async function RubricView({ rubric }: { rubric: Rubric }) {
  const t = await getTranslations("project");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  return (
    <div className="grid gap-3">
      {rubric.map(({ slug, title, weight, levels }) => (
        <details key={slug} className="rounded-lg border border-line bg-raised">
          <summary className="flex cursor-pointer flex-wrap justify-between gap-x-4 px-4 py-3">
            <span className="font-medium">{title[locale]}</span>
            <span className="text-muted text-sm tabular-nums">
              {t("weight", { share: format.number(weight, { style: "percent" }) })}
            </span>
          </summary>
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-2 border-line border-t px-4 py-3 text-sm">
            {[...levels.entries()].toReversed().map(([level, text]) => (
              <div key={level} className="contents">
                <dt className="font-semibold tabular-nums">{level}</dt>
                <dd>{text[locale]}</dd>
              </div>
            ))}
          </dl>
        </details>
      ))}
    </div>
  );
}
