import { writeFileSync } from "node:fs";

/** One measured figure. `reach` is the value to reach, in the same unit. */
export type Figure = {
  name: string;
  value: number;
  unit: string;
  reach?: number;
  better: "lower" | "higher";
};

const rounded = (value: number) => Number(value.toPrecision(4));

function verdictOf({ value, reach, better }: Figure): string {
  if (reach === undefined) return "";
  return (better === "lower" ? value <= reach : value >= reach) ? "reached" : "missed";
}

/** The figures as an aligned table. */
export function figuresTable(figures: Figure[]): string {
  const rows = [
    ["figure", "value", "unit", "reach", ""],
    ...figures.map((figure) => [
      figure.name,
      String(rounded(figure.value)),
      figure.unit,
      figure.reach === undefined
        ? ""
        : `${figure.better === "lower" ? "≤" : "≥"} ${rounded(figure.reach)}`,
      verdictOf(figure),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

/** Prints the table; with `--json FILE` among the arguments also writes the figures there. */
export function reportFigures(figures: Figure[], argv: string[] = process.argv): void {
  process.stdout.write(`${figuresTable(figures)}\n`);
  const flag = argv.indexOf("--json");
  const file = flag < 0 ? undefined : argv[flag + 1];
  if (file) writeFileSync(file, `${JSON.stringify({ figures }, null, 2)}\n`);
}
