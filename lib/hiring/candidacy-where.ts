import type { Actor } from "@/lib/auth/actor";
import { userOfCandidate } from "@/lib/candidates/candidate-id";
import { visibleTo } from "@/lib/candidates/findable-by";
import { type OpeningRef, verifiedOpening } from "@/lib/openings/opening-where";
import type { Db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";
import type { Prisma } from "@/lib/platform/prisma/client";
import type { MemberRole } from "@/lib/platform/prisma/enums";

/** A candidate beside an opening, as an address names him: by the organisation's id of him. */
export type CandidacyRef = OpeningRef & { candidate: string };

export type Place = { organisationId: string; openingId: string };

/** The opening beside which a member works on candidates. Throws opening_not_found. */
export async function workplace(
  tx: Db,
  actor: Actor,
  ref: OpeningRef,
  roles?: readonly MemberRole[],
): Promise<Place> {
  const opening = await tx.opening.findFirst({
    where: verifiedOpening(actor, ref, roles),
    select: { id: true, organisationId: true },
  });
  if (!opening) throw notFound("opening_not_found");
  return { organisationId: opening.organisationId, openingId: opening.id };
}

/** Who applied and took it back is gone, unless he accepted to talk. */
const notWithdrawn = (openingId: string): Prisma.CandidateWhereInput => ({
  OR: [
    { user: { applications: { none: { openingId, status: "withdrawn" } } } },
    { candidacies: { some: { openingId, invitation: { status: "accepted" } } } },
  ],
});

/** `where` of the candidates whom an organisation may work on beside an opening. */
export const workable = ({ organisationId, openingId }: Place): Prisma.CandidateWhereInput => ({
  AND: [visibleTo(organisationId, openingId), notWithdrawn(openingId)],
});

/** `where` of the candidacies that an organisation sees: of those who may be seen now. */
export const seenCandidacies = (place: Place): Prisma.CandidacyWhereInput => ({
  ...{ openingId: place.openingId, candidate: workable(place) },
});

/** `where` of the candidacies in which both sides may write: by application, or by invitation. */
export const talking = (openingId: string): Prisma.CandidacyWhereInput => ({
  OR: [
    { candidate: { user: { applications: { some: { openingId, status: "sent" } } } } },
    { invitation: { status: "accepted" } },
  ],
});

/** One candidacy that the member sees, locked. Throws candidate_not_found. */
export async function requireCandidacy(tx: Db, place: Place, candidate: string) {
  const userId = userOfCandidate(place.organisationId, candidate);
  // Of two acts at once, the later sees what the earlier did.
  await tx.$queryRaw`
    SELECT 1 FROM "Candidacy"
    WHERE "openingId" = ${place.openingId}::uuid AND "userId" = ${userId}::uuid FOR UPDATE`;
  const found = await tx.candidacy.findFirst({
    where: { userId, ...seenCandidacies(place) },
    include: { invitation: true },
  });
  if (!found) throw notFound("candidate_not_found");
  return found;
}
