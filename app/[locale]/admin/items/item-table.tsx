import { getFormatter, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import { FEW } from "@/lib/calibration/item-concerns";
import { ITEM_COLUMNS, type ItemColumn, valueIn } from "@/lib/calibration/item-order";
import type { ItemSummary } from "@/lib/calibration/list-items";

type Props = { items: ItemSummary[]; sort: ItemColumn; show: string; locale: Locale };
const CELL = "whitespace-nowrap px-2.5 py-2";

/** One line a challenge; every heading sorts by its column. */
export async function ItemTable({ items, sort, show, locale }: Props) {
  const t = await getTranslations("admin.items");
  return (
    <section
      // A table that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("table")}
      className="overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <table className="w-full text-sm tabular-nums">
        <thead className="border-line border-b text-left align-bottom text-muted">
          <tr>
            {ITEM_COLUMNS.map((column) => (
              <th
                key={column}
                scope="col"
                aria-sort={sort === column ? "other" : undefined}
                className={`${CELL} font-medium`}
              >
                <Link
                  href={{ pathname: "/admin/items", query: { sort: column, show } }}
                  aria-label={t("sortBy", { column: t(`columns.${column}`) })}
                  className={`underline-offset-4 hover:underline ${sort === column ? "text-ink underline" : ""}`}
                >
                  {t(`columns.${column}`)}
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {items.map((item) => (
            <ItemRow key={item.slug} item={item} locale={locale} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

async function ItemRow({ item, locale }: { item: ItemSummary; locale: Locale }) {
  const t = await getTranslations("admin.items");
  const format = await getFormatter();
  const { slug, title, report, calibrated, concerns } = item;
  const number = (value: number) => format.number(value, { maximumFractionDigits: 2 });
  const percent = (value: number) => format.number(value, { style: "percent" });
  const shown = (column: Exclude<ItemColumn, "title">, as: (value: number) => string) => {
    const value = valueIn(column, item);
    return value === null ? "–" : as(value);
  };
  const interval = (of: { low: number; high: number } | null | undefined) => (value: number) =>
    of ? t("interval", { value: number(value), low: number(of.low), high: number(of.high) }) : "–";
  const few = report && report.learners < FEW ? ` (${t("few")})` : "";
  return (
    <tr className="align-top">
      <th scope="row" className={`${CELL} min-w-36 text-left font-medium`}>
        <Link href={`/admin/items/${slug}`} className="text-accent underline">
          {title[locale]}
        </Link>
      </th>
      <td className={CELL}>
        {concerns.length === 0 ? (
          "–"
        ) : (
          <ul className="grid min-w-40 gap-0.5 text-warn">
            {concerns.map((concern) => (
              <li key={concern}>
                <span aria-hidden="true">▲ </span>
                {t(`concern.${concern}`)}
              </li>
            ))}
          </ul>
        )}
      </td>
      <td className={CELL}>{report ? report.attempts : t("untried")}</td>
      <td className={CELL}>{shown("learners", number)}</td>
      <td className={CELL}>{shown("first", (value) => percent(value) + few)}</td>
      <td className={CELL}>{shown("ever", (value) => percent(value) + few)}</td>
      <td className={CELL}>{shown("minutes", number)}</td>
      <td className={CELL}>{shown("author", number)}</td>
      <td className={CELL}>
        {calibrated?.isMoved ? shown("difficulty", interval(calibrated)) : t("notMoved")}
      </td>
      <td className={CELL}>{shown("share", percent)}</td>
      <td className={CELL}>{shown("discrimination", interval(calibrated?.discrimination))}</td>
      <td className={CELL}>{shown("rest", (value) => number(value) + few)}</td>
    </tr>
  );
}
