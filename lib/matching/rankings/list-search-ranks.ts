import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { cutPage, decodeCursor } from "@/lib/platform/cursor";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { ownRankings, searchesWith } from "./own-rankings";
import { readPlaced } from "./read-placed";

const keySchema = z.object({ id: z.uuid() });

/** Each is a table of its own. */
const SIZE = 5;

/**
 * Where an organisation's searches without an opening placed the actor, newest first, with why. What
 * it searched for in words is its own and not in it. Throws not_found where it never saw him.
 */
export async function listSearchRanks(
  actor: Actor,
  organisationId: string,
  { cursor }: { cursor?: string | undefined } = {},
) {
  const { userId } = requireSession(actor);
  const organisation = await db().organisation.findFirst({
    where: { id: requireId(organisationId), views: { some: { userId, openingId: null } } },
    select: { id: true, name: true },
  });
  if (!organisation) throw notFound();
  const rows = await db().ranking.findMany({
    where: {
      AND: [ownRankings(userId), searchesWith(userId), { organisationId: organisation.id }],
      ...(cursor && { id: { lt: decodeCursor(cursor, keySchema).id } }),
    },
    orderBy: { id: "desc" },
    take: SIZE + 1,
    select: { id: true },
  });
  const { page, next } = cutPage(rows, SIZE, ({ id }) => ({ id }));
  const ranks = await Promise.all(page.map(({ id }) => readPlaced(id, userId)));
  return { organisation, ranks, next };
}
