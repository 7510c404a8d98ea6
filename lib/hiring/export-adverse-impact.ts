import { recordAudit } from "@/lib/audit/record-audit";
import type { Actor } from "@/lib/auth/actor";
import { toCsv } from "@/lib/platform/csv";
import { db } from "@/lib/platform/db";
import { type Measure, readAdverseImpact } from "./read-adverse-impact";

const HEAD = [
  ...["measure", "table", "sex_or_ethnicity", "ethnicity", "considered", "selected"],
  ...["rate", "impact_ratio", "below_four_fifths"],
];

/** The report as CSV, for an auditor; that it was taken out stands in the organisation's log. */
export async function exportAdverseImpact(
  actor: Actor,
  asked: Parameters<typeof readAdverseImpact>[1],
): Promise<string> {
  const { id, selection, scoring } = await readAdverseImpact(actor, asked);
  await recordAudit(db(), actor, {
    ...{ action: "fairness.exported", subject: `organisation:${id}` },
  });
  return toCsv([HEAD, ...rowsOf("selection", selection), ...rowsOf("scoring", scoring)]);
}

function rowsOf(name: string, { considered, tables }: Measure): (string | number)[][] {
  const all = [name, "all", "", "", considered, "", "", "", ""];
  if (!tables) return [all];
  const rows = tables.flatMap((table) => [
    ...table.rows.map(({ group: [first = "", second = ""], ...row }) => [
      ...[name, table.kind, first, second, row.considered, row.selected],
      ...[row.rate.toFixed(4), row.ratio?.toFixed(4) ?? "", row.below ? "yes" : "no"],
    ]),
    [name, table.kind, "unknown", "", table.unknown ?? "", "", "", "", ""],
  ]);
  return [all, ...rows];
}
