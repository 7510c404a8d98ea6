import { z } from "zod";
import { localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";

const titled = z.object({ title: localized });

type Chosen = { credentials: string[]; submissions: string[] };

/**
 * The proofs that an application shows, those that are still the person's: which credential, which
 * challenge with what score. Never what was handed in, and no name of his.
 */
export async function shownProofs(userId: string, { credentials, submissions }: Chosen) {
  const [badges, pieces] = await Promise.all([
    db().credential.findMany({
      where: { userId, id: { in: credentials } },
      select: { id: true, title: true, issuedAt: true, validUntil: true, revokedAt: true },
      orderBy: { issuedAt: "desc" },
    }),
    db().submission.findMany({
      where: { userId, id: { in: submissions }, status: "done" },
      select: {
        ...{ id: true, score: true, verdict: true, finishedAt: true, createdAt: true },
        ...{ supervised: true, similarity: true },
        challenge: { select: { slug: true } },
        challengeVersion: { select: { manifest: true } },
      },
      orderBy: { id: "desc" },
    }),
  ]);
  return {
    credentials: badges.map(({ id, title, revokedAt, validUntil, issuedAt }) => ({
      ...{ id, title: localized.parse(title), issuedAt },
      valid: revokedAt === null && (validUntil === null || validUntil > new Date()),
    })),
    submissions: pieces
      .filter(({ similarity }) => similarity !== "upheld")
      .map(({ id, score, verdict, createdAt, finishedAt, challenge, challengeVersion }) => ({
        ...{ id, score, verdict, at: finishedAt ?? createdAt, challenge: challenge.slug },
        title: titled.parse(challengeVersion.manifest).title,
      })),
  };
}
