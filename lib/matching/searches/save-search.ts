import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { DomainError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { rankedResults } from "../rankings/ranking-record";
import { matchRequest } from "../score/match-request";

const MOST = 50;

const fields = z.object({
  name: z
    .string({ error: "name_missing" })
    .transform((text) => text.toWellFormed().replace(/\p{C}/gu, " ").trim())
    .pipe(z.string().min(1, "name_missing").max(80, "name_long")),
  alerts: z.boolean(),
});

/** What a saved search asks for. */
export const savedQuery = z.object({ openingId: z.string().nullable(), request: matchRequest });

/** Keeps what a ranking asked for, so that it can be asked again; with alerts, by itself. */
export async function saveSearch(
  actor: Actor,
  slug: string,
  rankingId: string,
  input: unknown,
): Promise<void> {
  const { userId } = requireSession(actor);
  const { name, alerts } = parseFields(fields, input);
  const ranking = await db().ranking.findFirst({
    where: {
      id: requireId(rankingId),
      organisation: { AND: [{ slug }, verifiedMemberOf(actor, RECRUITING)] },
    },
  });
  if (!ranking?.organisationId) throw notFound("ranking_not_found");
  const { organisationId, openingId, request, results } = ranking;
  const query = savedQuery.parse({ openingId, request });
  const found = rankedResults.parse(results ?? []).map((one) => one.userId);
  if ((await db().savedSearch.count({ where: { organisationId, userId } })) >= MOST) {
    throw new DomainError("conflict", "searches_full", { most: MOST });
  }
  await db().savedSearch.create({
    data: { organisationId, userId, name, alerts, query, found },
  });
}
