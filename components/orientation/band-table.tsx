import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { BandBar } from "../skills/band-bar";
import { type Band, roundedBand } from "../skills/rounded-band";

export type BandRow = {
  key: string;
  name: string;
  shown: ReactNode;
  before: Band | null;
  after: Band | null;
};

/** Bands before and after, each as a bar with its figures. */
export async function BandTable({ head, rows }: { head: string; rows: BandRow[] }) {
  const t = await getTranslations("orientation.bands");
  return (
    <table className="w-full table-fixed text-sm tabular-nums">
      <thead className="border-line border-b text-left text-muted">
        <tr>
          <th scope="col" className="py-2 pr-3 font-medium">
            {head}
          </th>
          <th scope="col" className="py-2 pr-3 font-medium">
            {t("before")}
          </th>
          <th scope="col" className="py-2 font-medium">
            {t("after")}
          </th>
        </tr>
      </thead>
      <tbody className="divide-y divide-line">
        {rows.map(({ key, name, shown, before, after }) => (
          <tr key={key}>
            <th scope="row" className="break-words py-2 pr-3 text-left align-top font-medium">
              {shown}
            </th>
            <td className="py-2 pr-3 align-top">
              <BandCell name={name} band={before} />
            </td>
            <td className="py-2 align-top">
              <BandCell name={name} band={after} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

async function BandCell({ name, band }: { name: string; band: Band | null }) {
  const t = await getTranslations();
  if (!band) return <span className="text-muted">{t("orientation.bands.none")}</span>;
  return (
    <>
      <BandBar band={band} label={t("skill.bandOf", { name, ...roundedBand(band) })} />
      <p>{t("skill.band", roundedBand(band))}</p>
    </>
  );
}
