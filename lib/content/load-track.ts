import path from "node:path";
import { ContentError } from "./content-error";
import { contentHash } from "./content-hash";
import { parseYaml } from "./parse-yaml";
import { readFolder } from "./read-folder";
import { type Localized, type TrackManifest, trackManifest } from "./schemas";

export type TrackPackage = {
  manifest: TrackManifest;
  lessons: Record<string, Localized>;
  contentHash: string;
};

/** Reads and checks a track's folder with its lessons. Throws ContentError. */
export async function loadTrack(folder: string): Promise<TrackPackage> {
  const files = await readFolder(folder);
  const yaml = files["track.yaml"];
  if (yaml === undefined) throw new ContentError(folder, ["has no track.yaml"]);
  const name = path.join(path.basename(folder), "track.yaml");
  const manifest = parseYaml(name, yaml, trackManifest);
  const problems: string[] = [];
  const lessons: Record<string, Localized> = {};
  for (const item of manifest.items) {
    if (!("lesson" in item)) continue;
    const en = files[`lessons/${item.lesson}.en.md`];
    const zh = files[`lessons/${item.lesson}.zh.md`];
    if (en && zh) lessons[item.lesson] = { en, zh };
    else problems.push(`lessons/${item.lesson} needs both .en.md and .zh.md`);
  }
  if (problems.length > 0) throw new ContentError(path.basename(folder), problems);
  return { manifest, lessons, contentHash: contentHash(files) };
}
