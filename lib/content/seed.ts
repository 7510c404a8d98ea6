import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { publishChallenge } from "@/lib/challenges/publish";
import { storeSkills } from "@/lib/skills/store-skills";
import { publishTrack } from "@/lib/tracks/publish";
import { contentRoots, packageFolders } from "./folders";
import { loadChallenge } from "./load-challenge";
import { loadTrack } from "./load-track";
import { parseYaml } from "./parse-yaml";
import { skillMap } from "./schemas";

export type Seeded = { skills: number; challenges: number; tracks: number };

/** Brings the database up to the content on disk; versions that it has stay untouched. Throws ContentError. */
export async function seedContent(): Promise<Seeded> {
  const skills = await seedSkills();
  const challenges = await packageFolders("challenges");
  for (const folder of challenges.values()) await publishChallenge(await loadChallenge(folder));
  const tracks = await packageFolders("tracks");
  let position = 0;
  for (const folder of tracks.values()) await publishTrack(await loadTrack(folder), position++);
  return { skills, challenges: challenges.size, tracks: tracks.size };
}

async function seedSkills(): Promise<number> {
  let count = 0;
  for (const root of contentRoots()) {
    const file = path.join(root, "skills.yaml");
    if (!existsSync(file)) continue;
    const map = parseYaml(file, await readFile(file, "utf8"), skillMap);
    await storeSkills(map);
    count = map.skills.length;
  }
  return count;
}
