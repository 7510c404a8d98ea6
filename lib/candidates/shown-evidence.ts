import { challengeManifest } from "@/lib/content/challenge-manifest";
import type { Localized } from "@/lib/content/schemas";
import type { Db } from "@/lib/platform/db";

type Candidate = { userId: string; skills: { skillSlug: string; showsEvidence: boolean }[] };

export type ShownEvidence = { challenge: string; title: Localized; score: number; at: Date };

/** Of each skill at most as many are shown. */
const MOST = 3;

/**
 * The strongest pieces of evidence that each candidate shows, by `<userId> <skill>`: which
 * challenge, with what score, when; never what was handed in. Each challenge once, with its best.
 */
export async function shownEvidence(
  tx: Db,
  candidates: readonly Candidate[],
): Promise<Map<string, ShownEvidence[]>> {
  const wanted = candidates.flatMap(({ userId, skills }) =>
    skills
      .filter(({ showsEvidence }) => showsEvidence)
      .map(({ skillSlug }) => ({ userId, skillSlug })),
  );
  const found = new Map<string, ShownEvidence[]>();
  if (wanted.length === 0) return found;
  const rows = await tx.skillEvidence.findMany({
    where: { OR: wanted, score: { gt: 0 }, similarity: { not: "upheld" } },
    select: {
      ...{ userId: true, skillSlug: true, score: true, createdAt: true },
      submission: {
        select: {
          challenge: { select: { slug: true, currentVersion: { select: { manifest: true } } } },
        },
      },
    },
    orderBy: [{ score: "desc" }, { difficulty: "desc" }, { createdAt: "desc" }],
  });
  for (const { userId, skillSlug, score, createdAt, submission } of rows) {
    const { slug, currentVersion } = submission.challenge;
    const key = `${userId} ${skillSlug}`;
    const kept = found.get(key) ?? [];
    if (!currentVersion || kept.length === MOST) continue;
    if (kept.some(({ challenge }) => challenge === slug)) continue;
    const { title } = challengeManifest.parse(currentVersion.manifest);
    found.set(key, [...kept, { challenge: slug, title, score, at: createdAt }]);
  }
  return found;
}
