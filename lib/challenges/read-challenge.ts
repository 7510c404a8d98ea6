import type { Actor } from "@/lib/auth/actor";
import { type CodeManifest, isCode } from "@/lib/content/challenge-manifest";
import { starterOf } from "@/lib/content/load-challenge";
import { db } from "@/lib/platform/db";
import { challengeStates } from "./challenge-states";
import { currentVersion } from "./current-version";
import { summarise } from "./list-challenges";

/** A challenge as a learner reads it; checker and known submissions stay behind. */
export async function readChallenge(actor: Actor, slug: string) {
  const { manifest, files, contentHash, challengeId } = await currentVersion(slug);
  const [states, revealed] = await Promise.all([
    challengeStates(actor),
    revealedHints(actor, challengeId),
  ]);
  return {
    ...summarise(manifest, states.get(slug) ?? "new"),
    version: manifest.version,
    contentHash,
    statement: { en: files["statement.en.md"] ?? "", zh: files["statement.zh.md"] ?? "" },
    code: isCode(manifest) ? codeOf(manifest, files) : null,
    hints: manifest.hints.slice(0, revealed),
    hintsTotal: manifest.hints.length,
    references: manifest.references,
  };
}

const codeOf = (manifest: CodeManifest, files: Record<string, string>) => ({
  entry: manifest.entry,
  starter: starterOf({ manifest, files }),
  limits: manifest.limits,
  imports: manifest.imports,
});

export type ChallengeView = Awaited<ReturnType<typeof readChallenge>>;

async function revealedHints(actor: Actor, challengeId: string): Promise<number> {
  if (actor.kind !== "user") return 0;
  return db().hintReveal.count({ where: { userId: actor.userId, challengeId } });
}
