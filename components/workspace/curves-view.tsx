"use client";

import { useFormatter, useTranslations } from "next-intl";
import { LineChart } from "../ui/line-chart";
import { type Curves, thinned } from "./curves";

const ROWS = 12;

/** What training reported, drawn as it comes, with the numbers behind it. */
export function CurvesView({ curves }: { curves: Curves }) {
  const t = useTranslations("challenge.curves");
  const format = useFormatter();
  const number = (value: number) => format.number(value, { maximumSignificantDigits: 4 });
  const entries = [...curves];
  return (
    <div className="mt-2 grid gap-2">
      <div className="grid gap-4 sm:grid-cols-2">
        {entries.map(([name, lines]) => {
          const last = lines.at(-1)?.at(-1);
          const value = last?.y == null ? t("notFinite") : number(last.y);
          return (
            <LineChart
              key={name}
              title={`${name} = ${value}`}
              lines={lines}
              label={t("label", { name, step: number(last?.x ?? 0), value })}
              format={number}
            />
          );
        })}
      </div>
      <details>
        <summary className="cursor-pointer text-muted text-xs">{t("table")}</summary>
        <div className="mt-1 grid max-h-60 gap-3 overflow-auto sm:grid-cols-2">
          {entries.map(([name, lines]) => (
            <table key={name} className="w-full font-mono text-xs tabular-nums">
              <thead>
                <tr className="text-left text-muted">
                  <th className="font-normal">{t("step")}</th>
                  <th className="break-all font-normal">{name}</th>
                </tr>
              </thead>
              <tbody>
                {thinned(lines.at(-1) ?? [], ROWS).map(({ x, y }) => (
                  <tr key={x}>
                    <td>{number(x)}</td>
                    <td>{y === null ? t("notFinite") : number(y)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
        </div>
      </details>
    </div>
  );
}
