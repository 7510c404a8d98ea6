import { getFormatter, getTranslations } from "next-intl/server";
import type { readStandings } from "@/lib/seasons/read-standings";

type Props = { title: string; rows: Awaited<ReturnType<typeof readStandings>>["rows"] };

const CELL = "px-3 py-2 sm:px-4";

/** Who stands where in a season. */
export async function StandingsTable({ title, rows }: Props) {
  const t = await getTranslations("leaderboard");
  const season = await getTranslations("season");
  const format = await getFormatter();
  return (
    <section
      // A table that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={title}
      className="overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <table className="w-full whitespace-nowrap text-sm">
        <thead className="border-line border-b text-left text-muted">
          <tr>
            {[t("rank"), t("name"), season("board.value"), t("when")].map((column) => (
              <th key={column} scope="col" className={`${CELL} font-medium`}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line tabular-nums">
          {rows.map((row) => (
            <tr key={row.name} className={row.own ? "bg-accent-soft" : ""}>
              <td className={CELL}>{row.rank}</td>
              <th scope="row" className={`${CELL} text-left font-medium`}>
                {row.name}
                {row.own ? ` (${t("you")})` : ""}
              </th>
              <td className={CELL}>{format.number(row.value, { maximumFractionDigits: 4 })}</td>
              <td className={CELL}>{format.dateTime(new Date(row.at), { dateStyle: "medium" })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
