import { v7 } from "uuid";
import type { Db } from "@/lib/platform/db";
import type { CandidateViewKind } from "@/lib/platform/prisma/enums";

export type ViewedBy = {
  organisationId: string;
  openingId: string | null;
  /** Null where a token of the organisation looks. */
  memberId: string | null;
};

/**
 * Notes in the candidates' own log that an organisation saw them: one row a day, organisation,
 * opening, kind and reason, with a count. Two at the same moment may leave two rows of one day;
 * whoever reads adds them up.
 */
export async function recordViews(
  tx: Db,
  { organisationId, openingId, memberId }: ViewedBy,
  userIds: readonly string[],
  kind: CandidateViewKind,
  reason = "",
): Promise<void> {
  const ids = [...new Set(userIds)].sort();
  if (ids.length === 0) return;
  const fresh = ids.map(() => v7());
  await tx.$executeRaw`
    WITH "seen" AS (
      SELECT * FROM unnest(${ids}::uuid[], ${fresh}::uuid[]) AS "s" ("userId", "fresh")
    ), "known" AS (
      -- Locked in one order, so that two lists do not wait for each other.
      SELECT "v"."id", "v"."userId" FROM "CandidateView" "v"
      WHERE "v"."userId" = ANY (${ids}::uuid[])
        AND "v"."organisationId" = ${organisationId}::uuid
        AND "v"."openingId" IS NOT DISTINCT FROM ${openingId}::uuid
        AND "v"."kind" = ${kind}::"CandidateViewKind"
        AND "v"."reason" = ${reason}
        AND "v"."day" = (now() AT TIME ZONE 'UTC')::date
      ORDER BY "v"."id" FOR UPDATE
    ), "again" AS (
      UPDATE "CandidateView" SET "count" = "count" + 1, "memberId" = ${memberId}::uuid,
        "at" = now() AT TIME ZONE 'UTC'
      WHERE "id" IN (SELECT "id" FROM "known")
    )
    INSERT INTO "CandidateView"
      ("id", "userId", "organisationId", "openingId", "kind", "day", "memberId", "reason", "at")
    SELECT "s"."fresh", "s"."userId", ${organisationId}::uuid, ${openingId}::uuid,
      ${kind}::"CandidateViewKind", (now() AT TIME ZONE 'UTC')::date, ${memberId}::uuid, ${reason},
      now() AT TIME ZONE 'UTC'
    FROM "seen" "s" JOIN "Candidate" "c" USING ("userId")
    WHERE "s"."userId" NOT IN (SELECT "userId" FROM "known")`;
}
