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
      candidate: {
        // A number of the database's own, by which the index follows.
        omit: { changedIn: true },
        include: {
          ...{ texts: true, skills: true, organisations: true, consents: true },
          ...{ imports: { omit: { file: true } }, demographics: true },
          views: { omit: { memberId: true } },
          matchInputs: { omit: { vectors: true, described: true, keptById: true } },
          candidacies: {
            select: {
              ...{ openingId: true, createdAt: true, unmaskedAt: true },
              invitation: { omit: { sentById: true } },
              messages: { omit: { senderId: true } },
            },
          },
        },
      },
      viewsMade: { select: { id: true, kind: true, day: true } },
      memberships: true,
      memberInvitationsMade: { omit: { tokenHash: true } },
      organisationTokensMade: { omit: { tokenHash: true } },
      totp: { select: { confirmedAt: true } },
      openingsMade: { select: { id: true } },
      applications: true,
      abuseReported: { omit: { decidedById: true } },
      abuseDecided: { select: { id: true, answer: true } },
      candidacyEvents: { select: { id: true, kind: true, text: true, at: true } },
      openingInvitationsSent: { select: { text: true, sentAt: true } },
      messagesSent: true,
      savedSearches: true,
      rankingsAsked: { select: { id: true, request: true, createdAt: true } },
      rankContests: { omit: { decidedById: true } },
      rankContestsDecided: { select: { id: true, answer: true } },
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
