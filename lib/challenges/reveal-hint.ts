import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import type { Localized } from "@/lib/content/schemas";
import { db } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { currentVersion } from "./current-version";

/** Opens the next hint and notes that it was opened; all hints opened so far come back. */
export async function revealHint(actor: Actor, slug: string): Promise<Localized[]> {
  const { userId } = requireUser(actor);
  const { challengeId, manifest } = await currentVersion(slug);
  const index = await db().hintReveal.count({ where: { userId, challengeId } });
  if (index >= manifest.hints.length) throw new DomainError("unprocessable", "no_more_hints");
  // Two clicks at once open one hint.
  await db().hintReveal.createMany({
    data: { userId, challengeId, index },
    skipDuplicates: true,
  });
  return manifest.hints.slice(0, index + 1);
}
