import { getFormatter, getTranslations } from "next-intl/server";
import type { GroupRow, ImpactTable } from "@/lib/hiring/adverse-impact";
import type { Measure } from "@/lib/hiring/read-adverse-impact";

type Name = "selection" | "scoring";

/** One rate, by sex, by ethnicity and by both; or why it cannot be shown. */
export async function MeasureSection({ name, measure }: { name: Name; measure: Measure }) {
  const t = await getTranslations("organisations.fairness");
  return (
    <section aria-labelledby={name} className="grid gap-4">
      <h2 id={name} className="border-line border-b pb-2 font-semibold text-lg">
        {t(`${name}.title`)}
      </h2>
      <p className="max-w-prose text-sm">{t(`${name}.lead`, { n: measure.considered })}</p>
      {measure.tables ? (
        measure.tables.map((table) => <KindTable key={table.kind} name={name} table={table} />)
      ) : (
        <p className="max-w-prose text-muted">{t("few")}</p>
      )}
    </section>
  );
}

async function KindTable({ name, table }: { name: Name; table: ImpactTable }) {
  const t = await getTranslations("organisations.fairness");
  const { kind, rows, hidden, unknown, uniform } = table;
  const id = `${name}-${kind}`;
  return (
    <section aria-labelledby={id} className="grid gap-2">
      <h3 id={id} className="font-medium">
        {t(`kinds.${kind}`)}
      </h3>
      {uniform ? <p className="max-w-prose text-muted text-sm">{t("uniform")}</p> : null}
      {rows.length > 0 ? <Rows labelledBy={id} rows={rows} /> : null}
      {!uniform && hidden.length > 0 ? (
        <p className="max-w-prose text-muted text-sm">{t("hidden", { n: hidden.length })}</p>
      ) : null}
      {uniform ? null : (
        <p className="text-muted text-sm">
          {unknown === null ? t("unknownFew") : t("unknown", { n: unknown })}
        </p>
      )}
    </section>
  );
}

const COLUMNS = ["group", "considered", "selected", "rate", "ratio"] as const;

async function Rows({ labelledBy, rows }: { labelledBy: string; rows: GroupRow[] }) {
  const t = await getTranslations("organisations.fairness");
  return (
    <section className="overflow-x-auto" aria-labelledby={labelledBy} tabIndex={0}>
      <table className="w-full min-w-xl text-left text-sm">
        <thead>
          <tr className="border-line border-b">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className="py-2 pr-4 font-medium">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.group.join(" ")} row={row} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function Row({ row }: { row: GroupRow }) {
  const t = await getTranslations("organisations.fairness");
  const format = await getFormatter();
  const { group, considered, selected, rate, ratio, below } = row;
  const named = group.map((value) => {
    const key = `groups.${value}` as "groups.female";
    return t.has(key) ? t(key) : value;
  });
  const two = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  return (
    <tr className="border-line border-b">
      <th scope="row" className="py-2 pr-4 font-normal">
        {named.join(" · ")}
      </th>
      <td className="py-2 pr-4 tabular-nums">{considered}</td>
      <td className="py-2 pr-4 tabular-nums">{selected}</td>
      <td className="py-2 pr-4">
        <span className="flex items-center gap-2 tabular-nums">
          <svg aria-hidden="true" className="h-2 w-24 shrink-0">
            <rect width="100%" height="8" rx="4" className="fill-line" />
            <rect width={`${rate * 100}%`} height="8" rx="4" className="fill-accent" />
          </svg>
          {format.number(rate, { style: "percent", maximumFractionDigits: 1 })}
        </span>
      </td>
      <td className={`py-2 pr-4 tabular-nums ${below ? "font-medium text-bad" : ""}`}>
        {ratio === null ? t("noRatio") : two(ratio)}
        {below ? ` · ${t("below")}` : ""}
      </td>
    </tr>
  );
}
