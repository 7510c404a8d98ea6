import { getTranslations } from "next-intl/server";
import { Alert } from "@/components/ui/alert";
import type { Locale } from "@/i18n/routing";
import type { WordingWarning } from "@/lib/openings/wording/wording-warnings";

/** Wording that may shut people out, with its place marked. */
export async function Wording({
  warnings,
  locale,
}: {
  warnings: WordingWarning[];
  locale: Locale;
}) {
  const t = await getTranslations("openings.wording");
  return (
    <Alert tone="warn" title={t("title")}>
      <p className="text-sm">{t("lead")}</p>
      <ul className="mt-3 grid gap-3">
        {warnings.map(({ field, before, found, after, why, instead }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same words may stand twice.
          <li key={at} className="min-w-0 break-words text-sm">
            <p>
              <span className="font-medium">{t(`fields.${field}`)}: </span>…{before}
              <mark className="bg-warn px-0.5 font-medium text-paper">{found}</mark>
              {after}…
            </p>
            <p>{why[locale]}</p>
            <p>
              <span className="font-medium">{t("instead")} </span>
              {instead[locale]}
            </p>
          </li>
        ))}
      </ul>
    </Alert>
  );
}
