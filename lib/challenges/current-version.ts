import { z } from "zod";
import { challengeManifest } from "@/lib/content/challenge-manifest";
import { db } from "@/lib/platform/db";
import { notFound } from "@/lib/platform/errors";

export const fileTexts = z.record(z.string(), z.string());

/** The version that is judged now, with its parsed manifest. Throws challenge_not_found. */
export const currentVersion = (slug: string) => current({ slug });

/** The same by the challenge's id. */
export const currentVersionById = (id: string) => current({ id });

async function current(where: { slug: string } | { id: string }) {
  const challenge = await db().challenge.findUnique({ where, include: { currentVersion: true } });
  if (!challenge?.currentVersion) throw notFound("challenge_not_found");
  return {
    challengeId: challenge.id,
    versionId: challenge.currentVersion.id,
    contentHash: challenge.currentVersion.contentHash,
    speedProvenAt: challenge.currentVersion.speedProvenAt,
    manifest: challengeManifest.parse(challenge.currentVersion.manifest),
    files: fileTexts.parse(challenge.currentVersion.files),
  };
}
