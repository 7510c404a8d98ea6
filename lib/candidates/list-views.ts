import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { decodeCursor, encodeCursor } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import type { CandidateViewKind, OpeningStatus } from "@/lib/platform/prisma/enums";

const keySchema = z.object({ day: z.iso.date() });
/** Days on one page. */
const DAYS = 30;

/** Who saw the actor, newest day first: which organisation, for which opening, what, how often. */
export async function listViews(actor: Actor, { cursor }: { cursor?: string }) {
  const { userId } = requireSession(actor);
  const before = cursor ? new Date(decodeCursor(cursor, keySchema).day) : undefined;
  const days = await db().candidateView.groupBy({
    by: ["day"],
    where: { userId, ...(before && { day: { lt: before } }) },
    orderBy: { day: "desc" },
    take: DAYS + 1,
  });
  const shown = days.slice(0, DAYS).map(({ day }) => day);
  const rows = await db().candidateView.findMany({
    where: { userId, day: { in: shown } },
    include: {
      organisation: { select: { id: true, name: true } },
      opening: { select: { titleEn: true, titleZh: true, status: true } },
    },
    orderBy: [{ day: "desc" }, { at: "desc" }],
  });
  const last = shown.at(-1);
  const next =
    days.length > DAYS && last ? encodeCursor({ day: last.toISOString().slice(0, 10) }) : null;
  return { days: shown.map((day) => ({ day, views: sumUp(rows, day) })), next };
}

type Row = {
  day: Date;
  kind: CandidateViewKind;
  reason: string;
  count: number;
  organisation: { id: string; name: string };
  opening: { titleEn: string; titleZh: string; status: OpeningStatus } | null;
  openingId: string | null;
};

/** Lists are rankings, but for those of openings, which are both. */
const RANKED: readonly CandidateViewKind[] = ["listed", "compared"];

/** Where the reasons of his place in a list are to be read; what was never published has none. */
function reasonsOf({ kind, opening, openingId, organisation }: Row): string | null {
  if (!RANKED.includes(kind)) return null;
  if (openingId === null) return `/candidate/seen/${organisation.id}`;
  return opening && opening.status !== "draft" ? `/candidate/openings/${openingId}` : null;
}

/** One line for each organisation, opening, kind and reason of a day. */
function sumUp(rows: readonly Row[], day: Date) {
  const lines = new Map<string, ReturnType<typeof lineOf>>();
  for (const row of rows) {
    if (row.day.getTime() !== day.getTime()) continue;
    const line = lineOf(row);
    const known = lines.get(line.id)?.count ?? 0;
    lines.set(line.id, { ...line, count: known + line.count });
  }
  return [...lines.values()];
}

function lineOf(row: Row) {
  const { organisation, opening, openingId, kind, reason, count } = row;
  const id = JSON.stringify([organisation.id, openingId, kind, reason]);
  return { id, organisation, opening, kind, reason, count, reasons: reasonsOf(row) };
}
