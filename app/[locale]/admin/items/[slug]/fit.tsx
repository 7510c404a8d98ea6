import { getFormatter, getTranslations } from "next-intl/server";
import { CharacteristicPlot } from "@/components/items/characteristic-plot";
import type { Locale } from "@/i18n/routing";
import { LEAST_IN_GROUP } from "@/lib/calibration/find-dif";
import { FEW } from "@/lib/calibration/item-concerns";
import type { ItemReport } from "@/lib/calibration/item-report";
import type { ItemDetail } from "@/lib/calibration/read-item";
import { Box, Figures } from "./box";

/** Smaller ones are all the same to a reader. */
const LEAST_P = 0.001;

export async function Calibration({ item, locale }: { item: ItemDetail; locale: Locale }) {
  const t = await getTranslations("admin.items");
  const format = await getFormatter();
  const number = (value: number | null) =>
    value === null ? "–" : format.number(value, { maximumFractionDigits: 2 });
  const interval = (value: number, { low, high }: { low: number; high: number }) =>
    t("interval", { value: number(value), low: number(low), high: number(high) });
  if (item.calibrated.length === 0) {
    return <Box title={t("detail.calibration")}>{t("detail.notCalibrated", { n: FEW })}</Box>;
  }
  return (
    <Box title={t("detail.calibration")} lead={t("detail.fitLead")}>
      <Figures
        label={t("detail.calibration")}
        columns={[
          ...[t("detail.skill"), t("columns.learners"), t("columns.difficulty")],
          ...[t("columns.share"), t("columns.discrimination")],
          ...[t("detail.infit"), t("detail.outfit")],
        ]}
        rows={item.calibrated.map((row) => ({
          key: row.skill,
          cells: [
            item.skillTitles.get(row.skill)?.[locale] ?? row.skill,
            row.learners,
            row.isMoved ? interval(row.difficulty, row) : t("notMoved"),
            format.number(row.priorShare, { style: "percent" }),
            row.discrimination ? interval(row.discrimination.value, row.discrimination) : "–",
            number(row.infit),
            number(row.outfit),
          ],
        }))}
      />
    </Box>
  );
}

export async function Curve({ groups }: { groups: ItemReport["characteristic"] }) {
  const t = await getTranslations("admin.items.detail");
  const format = await getFormatter();
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  if (groups.length === 0) return <Box title={t("curve")}>{t("noCurve")}</Box>;
  return (
    <Box title={t("curve")} lead={t("curveLead")}>
      <CharacteristicPlot
        groups={groups}
        titles={{ ability: t("ability"), score: t("score") }}
        label={t("curveLabel", { n: groups.length })}
        format={number}
      />
      <Figures
        label={t("curve")}
        columns={[t("ability"), t("learners"), t("observed"), t("expected")]}
        rows={groups.map(({ ability, learners, observed, expected }) => ({
          key: String(ability),
          cells: [number(ability), learners, number(observed), number(expected)],
        }))}
      />
    </Box>
  );
}

export async function Differences({ dif, locale }: { dif: ItemReport["dif"]; locale: Locale }) {
  const t = await getTranslations("admin.items");
  const values = await getTranslations("account.fairness.values");
  const format = await getFormatter();
  const number = (value: number | null) =>
    value === null ? "–" : format.number(value, { maximumFractionDigits: 3 });
  const lead = t("detail.difLead", { n: LEAST_IN_GROUP });
  if (dif.length === 0) {
    return (
      <Box title={t("detail.dif")} lead={lead}>
        {t("detail.noDif")}
      </Box>
    );
  }
  const group = (attribute: string, value: string) =>
    values(`${attribute}.${value}` as "gender.woman");
  return (
    <Box title={t("detail.dif")} lead={lead}>
      <Figures
        label={t("detail.dif")}
        columns={[
          ...[t("detail.compared"), t("detail.delta"), t("detail.class")],
          ...[t("detail.p"), t("detail.flag")],
        ]}
        rows={dif.map((one) => ({
          key: `${one.skill} ${one.attribute} ${one.focal} ${locale}`,
          cells: [
            t("detail.versus", {
              attribute: t(`attribute.${one.attribute}` as "attribute.language"),
              reference: group(one.attribute, one.reference),
              referenceN: one.referenceLearners,
              focal: group(one.attribute, one.focal),
              focalN: one.focalLearners,
            }),
            number(one.delta),
            one.difClass ?? "–",
            one.p !== null && one.p < LEAST_P ? `< ${number(LEAST_P)}` : number(one.p),
            one.flagged ? `▲ ${t("detail.flagged")}` : "–",
          ],
        }))}
      />
      <p className="mt-2 text-muted text-sm">{t("detail.against")}</p>
    </Box>
  );
}
