import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import { requireId } from "@/lib/platform/parse-fields";
import { addRanking } from "../rankings/request-ranking";
import { savedQuery } from "./save-search";

/** `where` of the searches that the actor kept in an organisation. */
const own = (actor: Actor, slug: string) => ({
  userId: requireSession(actor).userId,
  organisation: { AND: [{ slug }, verifiedMemberOf(actor, RECRUITING)] },
});

/** The actor's saved searches in an organisation, newest first. */
export const listSearches = (actor: Actor, slug: string) =>
  db().savedSearch.findMany({
    where: own(actor, slug),
    select: { id: true, name: true, alerts: true, lookedAt: true, createdAt: true },
    orderBy: { createdAt: "desc" },
  });

async function ownSearch(actor: Actor, slug: string, id: string) {
  const found = await db().savedSearch.findFirst({
    where: { id: requireId(id), ...own(actor, slug) },
  });
  if (!found) throw notFound("search_not_found");
  return found;
}

/** Asks for what was saved, as of now; returns the ranking's id. Throws search_not_found. */
export async function repeatSearch(actor: Actor, slug: string, id: string): Promise<string> {
  const { organisationId, query } = await ownSearch(actor, slug, id);
  const { openingId, request } = savedQuery.parse(query);
  const there =
    openingId !== null &&
    (await db().opening.findFirst({
      where: { id: openingId, organisationId },
      select: { id: true },
    }));
  return addRanking(actor, { organisationId, request, openingId: there ? there.id : null });
}

/** Turns the alerts of a saved search on or off. */
export async function setAlerts(
  actor: Actor,
  slug: string,
  { id, alerts }: { id: string; alerts: boolean },
): Promise<void> {
  const found = await ownSearch(actor, slug, id);
  await db().savedSearch.updateMany({ where: { id: found.id }, data: { alerts } });
}

export async function deleteSearch(actor: Actor, slug: string, id: string): Promise<void> {
  const found = await ownSearch(actor, slug, id);
  await db().savedSearch.deleteMany({ where: { id: found.id } });
}
