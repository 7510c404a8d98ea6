import type { Actor } from "@/lib/auth/actor";
import { requireUser } from "@/lib/auth/policies";
import { db } from "@/lib/platform/db";
import { checkFiles } from "@/lib/submissions/check-files";
import { currentVersion, fileTexts } from "./current-version";

export type Draft = { files: Record<string, string>; updatedAt: string };

/** The actor's unfinished code, or null. */
export async function readDraft(actor: Actor, slug: string): Promise<Draft | null> {
  if (actor.kind !== "user") return null;
  const draft = await db().draft.findFirst({
    where: { userId: actor.userId, challenge: { slug } },
  });
  if (!draft) return null;
  return { files: fileTexts.parse(draft.files), updatedAt: draft.updatedAt.toISOString() };
}

/** Keeps unfinished code; the newest wins. Returns when it was kept. */
export async function saveDraft(actor: Actor, slug: string, files: Record<string, string>) {
  const { userId } = requireUser(actor);
  const { challengeId, manifest } = await currentVersion(slug);
  checkFiles(manifest, files);
  const draft = await db().draft.upsert({
    where: { userId_challengeId: { userId, challengeId } },
    create: { userId, challengeId, files },
    update: { files },
  });
  return { updatedAt: draft.updatedAt.toISOString() };
}

export async function deleteDraft(actor: Actor, slug: string): Promise<void> {
  const { userId } = requireUser(actor);
  await db().draft.deleteMany({ where: { userId, challenge: { slug } } });
}
