import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { cutPage, decodeCursor, pageSize } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { matchRequest } from "../score/match-request";

const keySchema = z.object({ id: z.uuid() });

type Query = { cursor?: string | undefined; limit?: number };

/** What an organisation's recruiters asked, newest first. Throws organisation_not_found. */
export async function listRankings(actor: Actor, slug: string, { cursor, limit }: Query = {}) {
  const size = pageSize.parse(limit);
  const organisation = await db().organisation.findFirst({
    where: { AND: [{ slug }, verifiedMemberOf(actor, RECRUITING)] },
    select: { id: true },
  });
  if (!organisation) throw notFound("organisation_not_found");
  const rows = await db().ranking.findMany({
    where: {
      organisationId: organisation.id,
      ...(cursor && { id: { lt: decodeCursor(cursor, keySchema).id } }),
    },
    select: {
      ...{ id: true, createdAt: true, request: true, status: true },
      opening: { select: { titleEn: true, titleZh: true } },
    },
    orderBy: { id: "desc" },
    take: size + 1,
  });
  const { page, next } = cutPage(rows, size, ({ id }) => ({ id }));
  const rankings = page.map(({ request, ...ranking }) => {
    const { texts, conditions } = matchRequest.parse(request);
    return { ...ranking, text: texts[0] ?? "", conditions: conditions.length };
  });
  return { rankings, next };
}
export type ListedRanking = Awaited<ReturnType<typeof listRankings>>["rankings"][number];
