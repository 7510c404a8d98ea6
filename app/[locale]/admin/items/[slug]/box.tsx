import type { ReactNode } from "react";

type BoxProps = { title: string; lead?: string; children: ReactNode };

/** One subject of an item's page. */
export function Box({ title, lead, children }: BoxProps) {
  return (
    <section className="min-w-0 rounded-lg border border-line bg-raised p-4">
      <h2 className="font-semibold">{title}</h2>
      {lead ? <p className="mb-3 max-w-prose text-muted text-sm">{lead}</p> : null}
      {children}
    </section>
  );
}

type TableProps = { label: string; columns: string[]; rows: { key: string; cells: ReactNode[] }[] };
const CELL = "py-1.5 pr-4";

/** Figures with a head; the first cell of a row names it. */
export function Figures({ label, columns, rows }: TableProps) {
  return (
    <section
      // A table that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={label}
      className="overflow-x-auto"
    >
      <table className="w-full text-sm tabular-nums">
        <thead className="border-line border-b text-left align-bottom text-muted">
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={`${CELL} min-w-20 font-medium`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {rows.map(({ key, cells: [head, ...rest] }) => (
            <tr key={key} className="align-top">
              <th scope="row" className={`${CELL} min-w-32 text-left font-medium`}>
                {head}
              </th>
              {rest.map((cell, index) => (
                <td key={columns[index + 1]} className={CELL}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
