import { getFormatter, getTranslations } from "next-intl/server";
import { nameOf } from "@/lib/candidates/code-names";
import { PAY_PERIODS } from "@/lib/openings/opening-fields";

type Pay = {
  payMin: number | null;
  payMax: number | null;
  payCurrency: string;
  payPeriod: string;
};
type Languages = { language: string; level: string; must: boolean }[];

/** Languages that the forms offer; others are shown by their names too. */
export const OFFERED_LANGUAGES = ["en", "zh", "ja", "ko", "de", "fr", "es"] as const;

/** Facts of an opening in the reader's words. */
export async function openingWords(locale: string) {
  const t = await getTranslations("openings");
  const format = await getFormatter();
  const language = (code: string) => nameOf("language", code, locale);
  return {
    language,
    pay({ payMin, payMax, payCurrency, payPeriod }: Pay): string {
      const known = PAY_PERIODS.find((one) => one === payPeriod);
      if ((payMin ?? payMax) === null || !known) return "";
      const money = (value: number) =>
        format.number(value, {
          ...{ style: "currency", currency: payCurrency, maximumFractionDigits: 0 },
        });
      const period = t(`periods.${known}`);
      if (payMin === null) return t("pay.to", { max: money(payMax ?? 0), period });
      if (payMax === null) return t("pay.from", { min: money(payMin), period });
      return t("pay.range", { min: money(payMin), max: money(payMax), period });
    },
    workPlaces: (all: readonly ("on_site" | "hybrid" | "remote")[]) =>
      all.map((one) => t(`workPlaces.${one}`)).join(" · "),
    place: ({ place, country }: { place: string; country: string }) =>
      [place, country && nameOf("region", country, locale)].filter(Boolean).join(", "),
    languages: (all: Languages) =>
      all
        .map(({ language: code, level, must }) => {
          const line = t("languageLine", {
            language: language(code),
            level: t(`languageLevels.${level as "basic" | "working" | "fluent" | "native"}`),
          });
          return must ? `${line} · ${t("must")}` : line;
        })
        .join("; "),
    experience: (months: number) =>
      months > 0 ? t("years", { n: Number((months / 12).toFixed(1)) }) : "",
    day: (at: Date) => format.dateTime(at, { dateStyle: "medium", timeZone: "UTC" }),
  };
}
