import type { Prisma } from "@/lib/platform/prisma/client";

/** `where` of the openings that a person applied for or was invited to. */
export const openingsOf = (userId: string): Prisma.OpeningWhereInput => ({
  OR: [
    { applications: { some: { userId, status: "sent" } } },
    { candidacies: { some: { userId, invitation: { isNot: null } } } },
  ],
});

/**
 * `where` of the openings beside which a person stands: by his own act, or since its organisation
 * saw him there, which his log tells him. What was never published stays the organisation's own.
 */
export const openingsWith = (userId: string): Prisma.OpeningWhereInput => ({
  OR: [openingsOf(userId), { status: { not: "draft" }, views: { some: { userId } } }],
});

/** `where` of an organisation's searches that placed a person, once his log tells that he was seen. */
export const searchesWith = (userId: string): Prisma.RankingWhereInput => ({
  openingId: null,
  organisation: { views: { some: { userId, openingId: null } } },
});

/** `where` of the rankings that placed a person and whose reasons are his to read. */
export const ownRankings = (userId: string): Prisma.RankingWhereInput => ({
  ...{ status: "ranked", results: { array_contains: [{ userId }] } },
  OR: [{ opening: openingsWith(userId) }, searchesWith(userId)],
});
