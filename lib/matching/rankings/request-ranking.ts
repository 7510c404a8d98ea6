import type { Actor } from "@/lib/auth/actor";
import { addJob } from "@/lib/jobs/add-job";
import { DEFAULT_WEIGHTS } from "@/lib/openings/match-weights";
import { actingMember, RECRUITING, verifiedMemberOf } from "@/lib/organisations/membership";
import { type KeyedRequest, once } from "@/lib/organisations/once";
import { takeShare } from "@/lib/organisations/take-share";
import { db } from "@/lib/platform/db";
import { InputError, notFound } from "@/lib/platform/errors";
import { parseFields, requireId } from "@/lib/platform/parse-fields";
import { type MatchRequest, matchRequest } from "../score/match-request";
import { openingRequest } from "./opening-request";
import { searchConditions, searchFields } from "./search-fields";

/**
 * Asks for a ranking of whoever the organisation may find: for one of its openings, narrowed by
 * conditions, or for a free text. Returns the ranking's id, the same again for the same idempotency
 * key; a worker ranks. Throws InputError, not_found or organisation_limit.
 */
export async function requestRanking(
  actor: Actor,
  slug: string,
  { openingId, ...input }: Record<string, unknown> & { openingId: string | null },
  key?: string,
): Promise<string> {
  const organisationId = await recruitingIn(actor, slug);
  const fields = parseFields(searchFields, input);
  const conditions = searchConditions(fields);
  const keyed = { key, asked: ["ranking", openingId, fields] };
  if (openingId !== null) {
    const opening = await db().opening.findFirst({
      where: { id: requireId(openingId), organisationId },
      include: { skills: true },
    });
    if (!opening) throw notFound();
    const request = openingRequest(opening, conditions);
    return addRanking(actor, { organisationId, openingId, request }, keyed);
  }
  if (fields.text === "" && conditions.length === 0) {
    throw new InputError([{ path: "text", code: "search_empty" }]);
  }
  const request: MatchRequest = {
    ...{ skills: [], texts: fields.text === "" ? [] : [fields.text], conditions },
    wishes: { country: "", workPlaces: [], languages: [], experience: 0, availability: false },
    weights: { ...DEFAULT_WEIGHTS },
  };
  return addRanking(actor, { organisationId, openingId: null, request }, keyed);
}

/** The same ranking as of now, if wanted without one of its conditions. */
export async function rankAgain(
  actor: Actor,
  slug: string,
  { rankingId, without }: { rankingId: string; without: number | null },
): Promise<string> {
  const organisationId = await recruitingIn(actor, slug);
  const before = await db().ranking.findFirst({
    where: { id: requireId(rankingId), organisationId },
    select: { openingId: true, request: true },
  });
  if (!before) throw notFound();
  const { conditions, ...request } = matchRequest.parse(before.request);
  const kept = conditions.filter((_, at) => at !== without);
  const { openingId } = before;
  return addRanking(actor, {
    ...{ organisationId, openingId },
    request: { ...request, conditions: kept },
  });
}

async function recruitingIn(actor: Actor, slug: string): Promise<string> {
  const found = await db().organisation.findFirst({
    where: { slug, ...verifiedMemberOf(actor, RECRUITING) },
    select: { id: true },
  });
  if (!found) throw notFound();
  return found.id;
}

export type Asked = { organisationId: string; openingId: string | null; request: MatchRequest };

/** Asks for a ranking; the caller has seen to it that the actor may. Throws organisation_limit. */
export async function addRanking(
  actor: Actor,
  asked: Asked,
  request: KeyedRequest = { key: undefined, asked },
): Promise<string> {
  const askedById = actingMember(actor);
  return once(asked.organisationId, request, async (tx) => {
    await takeShare("rankings_hour", asked.organisationId);
    await takeShare("rankings", asked.organisationId);
    const { id } = await tx.ranking.create({ data: { ...asked, askedById } });
    await addJob(tx, "rank-candidates", { rankingId: id });
    return id;
  });
}
