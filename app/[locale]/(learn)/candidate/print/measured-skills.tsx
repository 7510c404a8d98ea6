import { getFormatter, getTranslations } from "next-intl/server";
import { BandBar } from "@/components/skills/band-bar";
import { roundedBand } from "@/components/skills/rounded-band";
import type { Locale } from "@/i18n/routing";
import type { OwnProofs } from "@/lib/candidates/read-own-proofs";

type Props = { skills: OwnProofs["skills"]; host: string; locale: Locale };

const CELL = "py-1.5 pr-4 align-middle";

/** What was measured, as it stands on paper: the band, what it rests on, and when. */
export async function MeasuredSkills({ skills, host, locale }: Props) {
  const t = await getTranslations("candidate.print");
  const view = await getTranslations("candidate.view");
  const words = await getTranslations("skill");
  const format = await getFormatter();
  if (skills.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h4 className="break-after-avoid border-line border-b pb-1 font-medium">{t("skills")}</h4>
      <div className="overflow-x-auto print:overflow-visible">
        <table className="w-full text-left text-sm">
          <thead className="text-muted">
            <tr>
              <th scope="col" className={`${CELL} font-normal`}>
                {t("skill")}
              </th>
              <th scope="col" colSpan={2} className={`${CELL} font-normal`}>
                {t("band")}
              </th>
              <th scope="col" className={`${CELL} text-right font-normal`}>
                {t("challenges")}
              </th>
              <th scope="col" className="py-1.5 text-right align-middle font-normal">
                {t("measuredAt")}
              </th>
            </tr>
          </thead>
          <tbody>
            {skills.map(({ slug, title, band, reached, challenges, measuredAt }) => {
              const whole = roundedBand(band);
              return (
                <tr key={slug} className="break-inside-avoid border-line border-t">
                  <th scope="row" className={`${CELL} break-words font-normal`}>
                    {title[locale]}
                    {reached ? (
                      <span className="block text-muted">{words(`levels.${reached}`)}</span>
                    ) : null}
                  </th>
                  <td className={`${CELL} w-28 min-w-20`}>
                    <BandBar
                      band={band}
                      label={view("bandOf", { skill: title[locale], ...whole })}
                    />
                  </td>
                  <td className={`${CELL} whitespace-nowrap tabular-nums`}>
                    {view("band", whole)}
                  </td>
                  <td className={`${CELL} text-right tabular-nums`}>{challenges}</td>
                  <td className="whitespace-nowrap py-1.5 text-right align-middle tabular-nums">
                    {format.dateTime(measuredAt, { dateStyle: "medium", timeZone: "UTC" })}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <p className="text-muted text-sm">{t("source", { host })}</p>
    </section>
  );
}
