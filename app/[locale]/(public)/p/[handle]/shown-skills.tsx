import { getFormatter, getTranslations } from "next-intl/server";
import { BandBar } from "@/components/skills/band-bar";
import { BandHistory } from "@/components/skills/band-history";
import { roundedBand } from "@/components/skills/rounded-band";
import type { Locale } from "@/i18n/routing";
import type { PublicProfile } from "@/lib/profiles/read-public-profile";

type Skill = PublicProfile["skills"][number];
type Props = { skills: Skill[]; locale: Locale };

/** The skills that are shown, each with its band and when it was measured. */
export async function ShownSkills({ skills, locale }: Props) {
  const t = await getTranslations("profile.page");
  return (
    <section>
      <h2 className="font-semibold text-lg">{t("skills")}</h2>
      {skills.length === 0 ? (
        <p className="text-muted">{t("noSkills")}</p>
      ) : (
        <>
          <p className="text-muted text-sm">{t("skillsLead")}</p>
          <ul className="mt-2 divide-y divide-line">
            {skills.map((skill) => (
              <SkillRow key={skill.slug} skill={skill} locale={locale} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

async function SkillRow({ skill, locale }: { skill: Skill; locale: Locale }) {
  const t = await getTranslations("profile.page");
  const words = await getTranslations("skill");
  const format = await getFormatter();
  const { title, band, reached, measuredAt, history } = skill;
  return (
    <li className="break-inside-avoid py-3">
      <div className="grid gap-x-6 gap-y-1 sm:grid-cols-[14rem_minmax(0,1fr)] print:grid-cols-[14rem_minmax(0,1fr)]">
        <div>
          <h3 className="font-medium">{title[locale]}</h3>
          <p className="text-muted text-sm">
            {reached
              ? words("probable", {
                  level: words(`levels.${reached.level}`),
                  p: format.number(reached.probability, { style: "percent" }),
                })
              : words("below")}
          </p>
        </div>
        <div>
          <BandBar
            band={band}
            label={words("bandOf", { name: title[locale], ...roundedBand(band) })}
          />
          <p className="text-sm tabular-nums">
            {words("band", roundedBand(band))}
            <span className="text-muted">
              {" · "}
              {t("measured", { date: format.dateTime(measuredAt, { dateStyle: "medium" }) })}
            </span>
          </p>
        </div>
      </div>
      {history.length > 1 ? <History skill={skill} locale={locale} /> : null}
    </li>
  );
}

async function History({ skill, locale }: { skill: Skill; locale: Locale }) {
  const t = await getTranslations("profile.page");
  const words = await getTranslations("skill");
  const format = await getFormatter();
  const name = skill.title[locale];
  const points = skill.history.map(({ at, ...band }, index) => ({ key: `${index}`, at, ...band }));
  return (
    <details className="mt-2 print:hidden">
      <summary className="cursor-pointer text-accent text-sm">
        {t("history", { skill: name })}
      </summary>
      <BandHistory
        points={points.map(({ key, level, low, high }) => ({ key, level, low, high }))}
        cuts={[]}
        label={t("historyLabel", { skill: name, n: points.length })}
      />
      <table className="mt-2 w-full max-w-xl text-sm tabular-nums">
        <thead className="border-line border-b text-left text-muted">
          <tr>
            {(["when", "band"] as const).map((column) => (
              <th key={column} scope="col" className="py-1 pr-4 font-medium">
                {t(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {points.map(({ key, at, ...band }) => (
            <tr key={key}>
              <td className="py-1 pr-4">{format.dateTime(at, { dateStyle: "medium" })}</td>
              <td className="py-1 pr-4">{words("band", roundedBand(band))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
