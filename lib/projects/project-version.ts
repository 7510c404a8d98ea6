import { currentVersion, fileTexts } from "@/lib/challenges/current-version";
import { projectManifest } from "@/lib/content/challenge-manifest";
import { notFound } from "@/lib/platform/errors";

/** The project that is handed in now. Throws challenge_not_found. */
export async function currentProject(slug: string) {
  const { manifest, ...version } = await currentVersion(slug);
  if (manifest.kind !== "project") throw notFound("challenge_not_found");
  return { ...version, manifest };
}

/** The manifest and files of a stored version. */
export const projectOf = (version: { manifest: unknown; files: unknown }) => ({
  manifest: projectManifest.parse(version.manifest),
  files: fileTexts.parse(version.files),
});
