import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import type { Locale } from "@/i18n/routing";
import type { Rubric } from "@/lib/content/project-fields";
import type { Marks } from "@/lib/projects/marks";

type Props = {
  title: string;
  rubric: Rubric;
  marks: Marks;
  /** Beside the title: whether it counts. */
  note?: ReactNode;
  children?: ReactNode;
};

/** One review: level and comment for each criterion. */
export async function ReviewCard({ title, rubric, marks, note, children }: Props) {
  const t = await getTranslations("project");
  const locale = (await getLocale()) as Locale;
  return (
    <article className="rounded-lg border border-line bg-raised">
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 border-line border-b px-4 py-3">
        <h3 className="font-medium">{title}</h3>
        {note}
      </header>
      <dl className="grid gap-4 px-4 py-3 text-sm">
        {rubric.map((criterion) => {
          const { level = null, comment = "" } = marks[criterion.slug] ?? {};
          return (
            <div key={criterion.slug} className="grid gap-1">
              <dt className="font-medium">
                {criterion.title[locale]}
                {level === null ? null : (
                  <span className="ml-2 tabular-nums">{t("levelOf", { level })}</span>
                )}
              </dt>
              {level === null ? null : (
                <dd className="text-muted">{criterion.levels[level]?.[locale]}</dd>
              )}
              <dd className="whitespace-pre-line break-words">{comment}</dd>
            </div>
          );
        })}
      </dl>
      {children ? <div className="border-line border-t px-4 py-3">{children}</div> : null}
    </article>
  );
}
