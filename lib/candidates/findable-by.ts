import type { Prisma } from "@/lib/platform/prisma/client";

/**
 * `where` of the candidates that a verified organisation may find: those who agreed to it, have not
 * blocked it and are not leaving. Looked at anew with every read, so that what is taken back holds
 * at once.
 */
export const findableBy = (organisationId: string): Prisma.CandidateWhereInput => ({
  user: { disabledAt: null, eraseAt: null },
  organisations: { none: { organisationId, kind: "blocked" } },
  OR: [
    { discoverability: "verified" },
    {
      discoverability: "chosen",
      organisations: { some: { organisationId, kind: "chosen" } },
    },
  ],
});

/**
 * `where` of the candidates whom an organisation may see beside an opening: the findable ones, and
 * those who applied there or answered that they want to talk, unless they blocked it since.
 */
export const visibleTo = (
  organisationId: string,
  openingId: string | null,
): Prisma.CandidateWhereInput => {
  const found = findableBy(organisationId);
  if (openingId === null) return found;
  return {
    user: { disabledAt: null, eraseAt: null },
    organisations: { none: { organisationId, kind: "blocked" } },
    OR: [
      ...(found.OR as Prisma.CandidateWhereInput[]),
      { user: { applications: { some: { openingId, status: "sent" } } } },
      { candidacies: { some: { openingId, invitation: { status: "accepted" } } } },
    ],
  };
};
