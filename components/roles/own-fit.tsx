import { getFormatter, getTranslations } from "next-intl/server";
import { GapBar } from "@/components/roles/gap-bar";
import { roundedBand } from "@/components/skills/rounded-band";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { OwnFit as FitOfPerson } from "@/lib/roles/read-own-fit";

type Fit = FitOfPerson["required"][number];
type Part = { own: FitOfPerson; locale: Locale };

/** A share in whole percents; bounds are rounded outwards, and next to nothing says so. */
async function percents() {
  const format = await getFormatter();
  const whole = (share: number) => format.number(share, { style: "percent" });
  return {
    percent: (share: number) => (share < 0.01 ? `< ${whole(0.01)}` : whole(share)),
    down: (share: number) => whole(Math.floor(share * 100) / 100),
    up: (share: number) => whole(Math.ceil(share * 100) / 100),
  };
}

/** The gap of each skill, and how probably the role is met. */
export async function OwnFit({ own, locale }: Part) {
  const t = await getTranslations("role");
  const { percent, down, up } = await percents();
  return (
    <section className="rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{t("compare")}</h2>
      <p className="mt-1 text-lg tabular-nums">{t("share", { share: percent(own.share) })}</p>
      <p className="tabular-nums">
        {t("bounds", { least: down(own.all.least), most: up(own.all.most) })}
      </p>
      <p className="mt-1 max-w-prose text-muted text-sm">{t("boundsWhy")}</p>
      <p className="mt-3 max-w-prose text-muted text-sm">{t("chartLead")}</p>
      <Bars fits={own.required} title={t("required")} locale={locale} />
      <Bars fits={own.nice} title={t("nice")} locale={locale} />
      <details className="mt-4">
        <summary className="cursor-pointer font-medium">{t("table")}</summary>
        <Table own={own} locale={locale} />
      </details>
    </section>
  );
}

type BarsProps = { fits: Fit[]; title: string; locale: Locale };

async function Bars({ fits, title, locale }: BarsProps) {
  const t = await getTranslations("role");
  if (fits.length === 0) return null;
  return (
    <>
      <h3 className="mt-4 mb-1 font-medium text-sm">{title}</h3>
      <ul className="grid gap-3 sm:gap-2">
        {fits.map(({ skill, title: name, band, level: asked, measured }) => (
          <li key={skill} className="grid items-center gap-x-6 sm:grid-cols-[14rem_minmax(0,1fr)]">
            <Link href={`/skills/${skill}`} className="text-accent text-sm underline">
              {name[locale]}
            </Link>
            <GapBar
              {...{ band, asked, measured }}
              label={t(measured ? "barLabel" : "barLabelUnmeasured", {
                ...{ skill: name[locale], asked, ...roundedBand(band) },
              })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}

const COLUMNS = ["skill", "asked", "now", "gap", "place", "probability", "weight"] as const;
const CELL = "px-3 py-1.5";

async function Table({ own, locale }: Part) {
  const t = await getTranslations("role");
  return (
    <section
      // A table that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("table")}
      className="mt-2 overflow-x-auto"
    >
      <table className="w-full whitespace-nowrap text-sm tabular-nums">
        <thead className="border-line border-b text-left text-muted">
          <tr>
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={`${CELL} font-medium`}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {(["required", "nice"] as const).map((part) =>
          own[part].length === 0 ? null : (
            <tbody key={part} className="divide-y divide-line border-line border-b">
              <tr>
                <th
                  colSpan={COLUMNS.length}
                  scope="rowgroup"
                  className={`${CELL} text-left font-medium text-muted`}
                >
                  {t(part)}
                </th>
              </tr>
              {own[part].map((fit) => (
                <Row key={fit.skill} fit={fit} locale={locale} />
              ))}
            </tbody>
          ),
        )}
      </table>
    </section>
  );
}

async function Row({ fit, locale }: { fit: Fit; locale: Locale }) {
  const t = await getTranslations("role");
  const skill = await getTranslations("skill");
  const { percent } = await percents();
  const { title, level, band, measured, gap, place, probability, weight } = fit;
  return (
    <tr>
      <th scope="row" className={`${CELL} text-left font-medium`}>
        {title[locale]}
      </th>
      <td className={CELL}>{level}</td>
      <td className={CELL}>
        {measured ? skill("band", roundedBand(band)) : t("notMeasured", roundedBand(band))}
      </td>
      <td className={CELL}>{t("gapPoints", { n: Math.round(gap) })}</td>
      <td className={CELL}>{t(`places.${place}`)}</td>
      <td className={CELL}>{percent(probability)}</td>
      <td className={CELL}>{weight}</td>
    </tr>
  );
}
