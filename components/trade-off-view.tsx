import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/i18n/navigation";
import type { Locale } from "@/i18n/routing";
import type { readTradeOffs } from "@/lib/models/read-trade-offs";
import { EmptyNote } from "./ui/empty-note";
import { ScatterPlot } from "./ui/scatter-plot";
import { VerdictMark } from "./ui/verdict-mark";

type Props = { tradeOffs: Awaited<ReturnType<typeof readTradeOffs>> };

const CELL = "px-3 py-2 sm:px-4";

/** What models reach against each of their costs, and the numbers behind it. */
export async function TradeOffView({ tradeOffs }: Props) {
  const t = await getTranslations("model.tradeOffs");
  const { quality, costs, points } = tradeOffs;
  if (!quality || points.length === 0) return <EmptyNote>{t("empty")}</EmptyNote>;
  const format = await getFormatter();
  const locale = (await getLocale()) as Locale;
  const number = (value: number | undefined) =>
    format.number(value ?? 0, { maximumSignificantDigits: 4 });
  const nameOf = (by: string | null) => by ?? t("you");
  const rows = [...points].sort(
    (a, b) => (b.values[quality.name] ?? 0) - (a.values[quality.name] ?? 0),
  );
  return (
    <>
      <p className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-muted text-sm">
        <Key className="bg-accent">{t("own")}</Key>
        <Key className="border-2 border-muted bg-raised">{t("others")}</Key>
        <span>{t("lines")}</span>
      </p>
      <div className="mb-6 grid gap-4 sm:grid-cols-2">
        {costs.map((cost) => (
          <div key={cost.name} className="rounded-lg border border-line bg-raised p-3">
            <ScatterPlot
              x={{ title: cost.title[locale], mark: cost.mark }}
              y={{ title: quality.title[locale], mark: quality.mark }}
              points={[...points.entries()].map(([index, { by, values }]) => ({
                key: String(index),
                x: values[cost.name] ?? 0,
                y: values[quality.name] ?? 0,
                label: `${nameOf(by)}: ${number(values[quality.name])} / ${number(values[cost.name])}`,
                own: by === null,
              }))}
              label={t("plot", {
                quality: quality.title[locale],
                cost: cost.title[locale],
                count: points.length,
              })}
              format={number}
            />
          </div>
        ))}
      </div>
      <section
        // A table that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={t("table")}
        className="overflow-x-auto rounded-lg border border-line bg-raised"
      >
        <table className="w-full whitespace-nowrap text-sm">
          <thead className="border-line border-b text-left align-bottom text-muted">
            <tr>
              <th scope="col" className={`${CELL} font-medium`}>
                {t("by")}
              </th>
              {[quality, ...costs].map(({ name, title }) => (
                <th
                  key={name}
                  scope="col"
                  className={`${CELL} min-w-28 whitespace-normal text-right font-medium`}
                >
                  {title[locale]}
                </th>
              ))}
              <th scope="col" className={`${CELL} font-medium`}>
                {t("outcome")}
              </th>
              <th scope="col" className={`${CELL} font-medium`}>
                {t("when")}
              </th>
            </tr>
          </thead>
          <tbody className="divide-y divide-line tabular-nums">
            {[...rows.entries()].map(([index, { id, by, at, passed, values }]) => (
              <tr key={index} className={by === null ? "bg-accent-soft" : ""}>
                <th scope="row" className={`${CELL} text-left font-medium`}>
                  {nameOf(by)}
                </th>
                {[quality, ...costs].map(({ name }) => (
                  <td key={name} className={`${CELL} text-right`}>
                    {number(values[name])}
                  </td>
                ))}
                <td className={CELL}>
                  <VerdictMark verdict={passed ? "passed" : "failed"} />
                </td>
                <td className={CELL}>
                  <When id={id} at={format.dateTime(new Date(at), { dateStyle: "medium" })} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}

function When({ id, at }: { id: string | null; at: string }) {
  if (id === null) return at;
  return (
    <Link href={`/submissions/${id}`} className="text-accent underline">
      {at}
    </Link>
  );
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <span aria-hidden="true" className={`inline-block size-2.5 rounded-full ${className}`} />
      {children}
    </span>
  );
}
