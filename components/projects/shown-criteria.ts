import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import type { Locale } from "@/i18n/routing";
import type { Rubric } from "@/lib/content/project-fields";
import type { ShownCriterion } from "./marks-fields";

/** A rubric in the reader's language, for a form. */
export async function shownCriteria(rubric: Rubric): Promise<ShownCriterion[]> {
  const t = await getTranslations("project");
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  return rubric.map(({ slug, title, weight, levels }) => ({
    slug,
    title: title[locale],
    weight: t("weight", { share: format.number(weight, { style: "percent" }) }),
    levels: levels.map((level) => level[locale]),
  }));
}
