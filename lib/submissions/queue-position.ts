import { db } from "@/lib/platform/db";

/** How many submissions wait before this one; null when it waits no longer. */
export async function queuePosition(id: string): Promise<number | null> {
  const [row] = await db().$queryRaw<{ position: bigint | null }[]>`
    SELECT CASE WHEN s.status = 'queued' THEN (
      SELECT count(*) FROM "Submission" o
      WHERE o.status = 'queued' AND (o."createdAt", o.id) < (s."createdAt", s.id)
    ) END AS position
    FROM "Submission" s WHERE s.id = ${id}::uuid`;
  return row?.position === null || row === undefined ? null : Number(row.position);
}
