import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { recordViews } from "@/lib/candidates/record-views";
import { showCandidates } from "@/lib/candidates/show-candidates";
import type { OpeningRef } from "@/lib/openings/opening-where";
import { RECRUITING } from "@/lib/organisations/membership";
import { db } from "@/lib/platform/db";
import { seenCandidacies, workplace } from "./candidacy-where";
import { stateOf } from "./read-own-invitation";

/** More than anybody looks through by hand; the newest of them. */
export const MOST_LISTED = 300;

/** Candidates beside an opening, newest first, for members. Each of them is noted as seen. */
export async function listCandidacies(actor: Actor, ref: OpeningRef) {
  const { userId: memberId } = requireSession(actor);
  const place = await workplace(db(), actor, ref);
  const [opening, rows, total] = await Promise.all([
    db().opening.findUniqueOrThrow({
      where: { id: place.openingId },
      select: {
        ...{ id: true, titleEn: true, titleZh: true, status: true, blind: true },
        organisation: {
          select: { blind: true, members: { where: { userId: memberId }, select: { role: true } } },
        },
      },
    }),
    db().candidacy.findMany({
      where: seenCandidacies(place),
      orderBy: { id: "desc" },
      take: MOST_LISTED,
      include: {
        invitation: true,
        _count: { select: { messages: { where: { fromCandidate: true, readAt: null } } } },
      },
    }),
    db().candidacy.count({ where: seenCandidacies(place) }),
  ]);
  const ids = rows.map(({ userId }) => userId);
  const shown = await showCandidates(place, ids);
  await recordViews(db(), { ...place, memberId }, [...shown.keys()], "listed");
  const { organisation, ...rest } = opening;
  const recruiting: readonly string[] = RECRUITING;
  return {
    opening: { ...rest, blind: rest.blind || organisation.blind },
    recruits: organisation.members.some(({ role }) => recruiting.includes(role)),
    total,
    candidacies: rows.flatMap(({ userId, stage, createdAt, invitation, _count }) => {
      const candidate = shown.get(userId);
      if (!candidate) return [];
      return [
        {
          ...{ stage, createdAt, unread: _count.messages, candidate },
          invitation: invitation && stateOf(invitation),
        },
      ];
    }),
  };
}
export type ListedCandidacy = Awaited<ReturnType<typeof listCandidacies>>["candidacies"][number];
