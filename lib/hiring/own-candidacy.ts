import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { requireId } from "@/lib/platform/parse-fields";
import type { Prisma } from "@/lib/platform/prisma/client";

/**
 * `where` of a candidacy on the candidate's side. That an organisation put him on a list is its own
 * affair: he sees it from an invitation or an application on.
 */
export const ownCandidacy = (actor: Actor, id: string): Prisma.CandidacyWhereInput => {
  const { userId } = requireSession(actor);
  return { id: requireId(id), userId, ...heardOf(userId) };
};

export const heardOf = (userId: string): Prisma.CandidacyWhereInput => ({
  OR: [{ invitation: { isNot: null } }, { opening: { applications: { some: { userId } } } }],
});
