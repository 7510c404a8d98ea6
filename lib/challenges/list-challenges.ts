import type { Actor } from "@/lib/auth/actor";
import { type ChallengeManifest, challengeManifest } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { type ChallengeState, challengeStates } from "./challenge-states";

export type ChallengeSummary = Pick<
  ChallengeManifest,
  "slug" | "title" | "summary" | "kind" | "runtime" | "difficulty" | "minutes" | "skills"
> & { state: ChallengeState };

/** What a list shows of a challenge. */
export function summarise(manifest: ChallengeManifest, state: ChallengeState): ChallengeSummary {
  const { slug, title, summary, kind, runtime, difficulty, minutes, skills } = manifest;
  return { slug, title, summary, kind, runtime, difficulty, minutes, skills, state };
}

/** Every published challenge, easiest first, with the actor's state in it. */
export async function listChallenges(actor: Actor): Promise<ChallengeSummary[]> {
  const [rows, states] = await Promise.all([
    db().challengeVersion.findMany({
      where: { currentOf: { isNot: null } },
      select: { manifest: true },
    }),
    challengeStates(actor),
  ]);
  return rows
    .map((row) => challengeManifest.parse(row.manifest))
    .map((manifest) => summarise(manifest, states.get(manifest.slug) ?? "new"))
    .sort((a, b) => a.difficulty - b.difficulty || a.slug.localeCompare(b.slug));
}
