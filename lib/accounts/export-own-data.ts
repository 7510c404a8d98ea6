import type { Actor } from "@/lib/auth/actor";
import { requireSession } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";

/** What others wrote of his work, once he may read it: never who they are. */
const reviews = {
  where: { submittedAt: { not: null }, piece: { status: "marked" } },
  select: { role: true, marks: true, helpful: true },
} as const;

const challengeSlug = { challenge: { select: { slug: true } } } as const;

/**
 * Everything that is kept about the person, as plain JSON. Left out are hashes of secrets, seeds
 * and sandbox records, which would give away a challenge's hidden cases.
 */
export async function exportOwnData(actor: Actor) {
  const { userId } = requireSession(actor);
  const { passwordHash, ...person } = await db().user.findUniqueOrThrow({
    where: { id: userId },
    include: {
      identities: true,
      emailTokens: { omit: { tokenHash: true } },
      mail: { omit: { text: true } },
      accessTokens: { omit: { tokenHash: true } },
      idempotencyKeys: true,
      drafts: { include: challengeSlug },
      hintReveals: { include: challengeSlug },
      lessonProgress: true,
      submissions: { omit: { seed: true }, include: challengeSlug, orderBy: { id: "asc" } },
      pieces: {
        include: {
          piece: {
            select: {
              status: true,
              report: true,
              handedInAt: true,
              markedAt: true,
              ...challengeSlug,
              reviews,
            },
          },
        },
      },
      sharesGiven: true,
      // Team-mates were promised that nobody sees the numbers they gave; a result shows what follows.
      sharesReceived: { select: { pieceId: true } },
      reviews: { omit: { reviewerId: true, pieceId: true } },
      calibration: { omit: { userId: true } },
      appeals: { omit: { decidedById: true } },
      appealsDecided: { omit: { byId: true, text: true } },
      quizAttempts: { omit: { seed: true, form: true }, include: challengeSlug },
      runs: { omit: { seed: true, readKeyHash: true } },
      uploads: { include: challengeSlug },
      skillEvidence: true,
      skillEstimates: true,
      estimatePoints: true,
      credentials: { include: { appeal: { omit: { decidedById: true } } } },
      appealsHeard: { omit: { text: true } },
      publicProfile: true,
      profileHandles: true,
      shownSkills: true,
      shownCredentials: true,
      fairnessFacts: true,
      // An item holds its key, and it may be asked again.
      orientations: {
        omit: { seed: true },
        include: { answers: { omit: { item: true }, orderBy: { position: "asc" } } },
      },
      invitationsMade: { omit: { tokenHash: true } },
      invitationsUsed: { omit: { tokenHash: true } },
    },
  });
  const audit = await db().auditEvent.findMany({
    where: { OR: [{ actorId: userId }, { subject: `user:${userId}` }] },
    orderBy: { id: "asc" },
  });
  return { exportedAt: new Date(), person, hasPassword: passwordHash !== null, audit };
}
