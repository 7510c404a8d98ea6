import type { Actor } from "@/lib/auth/actor";
import { type CodeManifest, deviceNeed, isCode } from "@/lib/content/challenge-manifest";
import { starterOf } from "@/lib/content/load-challenge";
import { hasDeviceFor } from "@/lib/devices/room";
import { db } from "@/lib/platform/db";
import { challengeStates } from "./challenge-states";
import { currentVersion } from "./current-version";
import { summarise } from "./list-challenges";

/** A challenge as a learner reads it; checker and known submissions stay behind. */
export async function readChallenge(actor: Actor, slug: string) {
  const version = await currentVersion(slug);
  const { manifest, files, contentHash, challengeId } = version;
  const [states, revealed] = await Promise.all([
    challengeStates(actor),
    revealedHints(actor, challengeId),
  ]);
  return {
    ...summarise(manifest, states.get(slug) ?? "new"),
    version: manifest.version,
    contentHash,
    statement: { en: files["statement.en.md"] ?? "", zh: files["statement.zh.md"] ?? "" },
    code: isCode(manifest) ? await codeOf(manifest, files, version.speedProvenAt) : null,
    hints: manifest.hints.slice(0, revealed),
    hintsTotal: manifest.hints.length,
    references: manifest.references,
  };
}

async function codeOf(
  manifest: CodeManifest,
  files: Record<string, string>,
  speedProvenAt: Date | null,
) {
  const need = deviceNeed(manifest);
  return {
    entry: manifest.entry,
    starter: starterOf({ manifest, files }),
    limits: manifest.limits,
    imports: manifest.imports,
    device: need
      ? {
          memory_mb: need.memory_mb,
          connected: await hasDeviceFor(need),
          proven: speedProvenAt !== null,
        }
      : null,
  };
}

export type ChallengeView = Awaited<ReturnType<typeof readChallenge>>;

async function revealedHints(actor: Actor, challengeId: string): Promise<number> {
  if (actor.kind !== "user") return 0;
  return db().hintReveal.count({ where: { userId: actor.userId, challengeId } });
}
