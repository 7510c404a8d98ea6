/** Prints rows of cells in aligned columns below a title. */
export function printTable(title: string, rows: (string | number)[][]): void {
  const cells = rows.map((row) =>
    row.map((cell) =>
      typeof cell === "number" && !Number.isInteger(cell) ? cell.toFixed(3) : `${cell}`,
    ),
  );
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => row[column]?.length ?? 0)),
  );
  const lines = cells.map((row) =>
    row.map((cell, column) => cell.padStart(widths[column] ?? 0)).join("  "),
  );
  process.stdout.write(`\n${title}\n${lines.join("\n")}\n`);
}
