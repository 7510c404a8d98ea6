import type { Actor } from "@/lib/auth/actor";
import { userOfCandidate } from "@/lib/candidates/candidate-id";
import { recordViews } from "@/lib/candidates/record-views";
import { actingMember } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { listSkills, titlesOf } from "@/lib/skills/list-skills";
import { awaitRanking } from "./await-ranking";
import { type RankedRow, readRanking } from "./read-ranking";

const usersOf = (organisationId: string, rows: readonly RankedRow[]) =>
  rows.map(({ candidate }) => userOfCandidate(organisationId, candidate.id));

/** A page waits so long for a ranking; after that it says so and looks again. */
const WAIT_MS = 8_000;

/**
 * A ranking for its page: waited for, with the skills' names; who is in it finds in his own log
 * that he was seen.
 */
export async function showRanking(actor: Actor, slug: string, rankingId: string) {
  const memberId = actingMember(actor);
  let ranking = await readRanking(actor, slug, rankingId);
  if (ranking.status === "waiting") {
    await awaitRanking(ranking.id, WAIT_MS);
    ranking = await readRanking(actor, slug, rankingId);
  }
  const { organisationId, opening, rows } = ranking;
  const viewer = { organisationId, openingId: opening?.id ?? null, memberId };
  const seen = usersOf(organisationId, rows);
  const [skills] = await Promise.all([listSkills(), recordViews(db(), viewer, seen, "listed")]);
  return { ...ranking, title: titlesOf(skills) };
}

/** Up to four of a ranking, side by side. */
export async function compareRanked(
  actor: Actor,
  slug: string,
  { rankingId, candidates }: { rankingId: string; candidates: readonly string[] },
) {
  const memberId = actingMember(actor);
  const { rows, ...ranking } = await readRanking(actor, slug, rankingId);
  const chosen = rows.filter(({ candidate }) => candidates.includes(candidate.id)).slice(0, 4);
  const { organisationId, opening } = ranking;
  const viewer = { organisationId, openingId: opening?.id ?? null, memberId };
  const seen = usersOf(organisationId, chosen);
  const [skills] = await Promise.all([listSkills(), recordViews(db(), viewer, seen, "compared")]);
  return { ...ranking, rows: chosen, title: titlesOf(skills) };
}
export type ShownRanking = Awaited<ReturnType<typeof showRanking>>;
