import { getTranslations } from "next-intl/server";
import { nameOf } from "@/lib/candidates/code-names";
import type { Localized } from "@/lib/content/schemas";
import type { RankedResult } from "@/lib/matching/rankings/ranking-record";

type Props = {
  result: Pick<RankedResult, "skills" | "meaning" | "wishes" | "weights">;
  title: (slug: string) => Localized;
  locale: "en" | "zh";
};

type Wish = RankedResult["wishes"][number];

/** Why a rank is as it is: each factor, with its weight and what it came to. */
export async function Factors({ result, title, locale }: Props) {
  const t = await getTranslations("matching");
  const { skills, meaning, wishes, weights } = result;
  const whole = (share: number) => `${Math.round(100 * share)} %`;
  const detail = ({ wish, detail: of }: Wish) => {
    if (wish === "country") return nameOf("region", of, locale);
    if (wish === "language") return nameOf("language", of, locale);
    if (wish === "experience")
      return t("factors.years", { years: Number((Number(of) / 12).toFixed(1)) });
    if (wish === "work_place") {
      return of
        .split(" ")
        .map((place) => t(`workPlaces.${place as "remote"}`))
        .join(" / ");
    }
    return "";
  };
  return (
    <div className="mt-2 max-w-full overflow-x-auto">
      <table className="w-full text-sm">
        <caption className="sr-only">{t("row.why")}</caption>
        <thead>
          <tr className="border-line border-b text-left text-muted">
            <th scope="col" className="py-1 pr-4 font-normal">
              {t("factors.factor")}
            </th>
            <th scope="col" className="py-1 pr-4 text-right font-normal">
              {t("factors.weight")}
            </th>
            <th scope="col" className="py-1 text-right font-normal">
              {t("factors.value")}
            </th>
          </tr>
        </thead>
        <tbody>
          <Part name={t("factors.skills")} weight={whole(weights.skills)} />
          {skills.map((one) => (
            <tr key={one.slug} className="border-line border-b">
              <th scope="row" className="py-1 pr-4 pl-3 text-left font-normal">
                {t("factors.skill", { skill: title(one.slug)[locale], level: one.level })}
                <span className="block text-muted">
                  {t(one.must ? "factors.must" : "factors.nice")} · {t(`factors.by.${one.by}`)}
                </span>
              </th>
              <td className="py-1 pr-4 text-right tabular-nums">
                {one.must ? 2 * one.weight : one.weight}
              </td>
              <td className="py-1 text-right tabular-nums">{whole(one.probability)}</td>
            </tr>
          ))}
          <Part
            name={t("factors.meaning")}
            weight={whole(weights.meaning)}
            value={weights.meaning > 0 ? whole(meaning) : "–"}
          />
          <Part name={t("factors.preferences")} weight={whole(weights.preferences)} />
          {wishes.map((one) => (
            <tr key={`${one.wish} ${one.detail}`} className="border-line border-b">
              <th scope="row" className="py-1 pr-4 pl-3 text-left font-normal">
                {t(`factors.wishes.${one.wish}`, { detail: detail(one) })}
              </th>
              <td className="py-1 pr-4 text-right tabular-nums">1</td>
              <td className="py-1 text-right tabular-nums">{whole(one.met)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 max-w-prose text-muted text-sm">{t("factors.how")}</p>
    </div>
  );
}

function Part({ name, weight, value = "" }: { name: string; weight: string; value?: string }) {
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-1 pr-4 text-left font-medium">
        {name}
      </th>
      <td className="py-1 pr-4 text-right tabular-nums">{weight}</td>
      <td className="py-1 text-right tabular-nums">{value}</td>
    </tr>
  );
}
