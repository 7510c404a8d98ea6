import type { Actor } from "@/lib/auth/actor";
import {
  type ChallengeManifest,
  challengeManifest,
  isCode,
} from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { type ChallengeState, challengeStates } from "./challenge-states";

export type ChallengeSummary = Pick<
  ChallengeManifest,
  "slug" | "title" | "summary" | "kind" | "difficulty" | "minutes" | "skills"
> & {
  /** Null where nothing runs in a sandbox. */
  runtime: string | null;
  state: ChallengeState;
};

/** What a list shows of a challenge. */
export function summarise(manifest: ChallengeManifest, state: ChallengeState): ChallengeSummary {
  const { slug, title, summary, kind, difficulty, minutes, skills } = manifest;
  const runtime = isCode(manifest) ? manifest.runtime : null;
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
