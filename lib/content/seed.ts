import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { isPublished, publishChallenge } from "@/lib/challenges/publish";
import type { GateReport } from "@/lib/challenges/publish-gate";
import { proveOrientation } from "@/lib/quiz/prove-orientation";
import { storeSkills } from "@/lib/skills/store-skills";
import { publishTrack } from "@/lib/tracks/publish";
import { ContentError } from "./content-error";
import { contentRoots, packageFolders } from "./folders";
import { type ChallengePackage, loadChallenge } from "./load-challenge";
import { loadTrack } from "./load-track";
import { loadOrientationBank } from "./orientation-bank";
import { parseYaml } from "./parse-yaml";
import { provenHashes } from "./proofs";
import { roleProfiles } from "./role-profiles";
import { skillMap } from "./schemas";

export type Seeded = { skills: number; challenges: number; tracks: number };

/** Runs the whole publish gate on a package. */
export type Gate = (content: ChallengePackage) => Promise<GateReport>;

/**
 * Brings the database up to the content on disk; versions that it has stay untouched. What is new
 * and not on record as proven goes through the gate first. Throws ContentError.
 */
export async function seedContent(gate: Gate): Promise<Seeded> {
  const skills = await seedSkills();
  // They are read as they are asked for; a fault in them is better said now.
  await roleProfiles();
  const challenges = await packageFolders("challenges");
  const proven = await provenHashes();
  for (const folder of challenges.values()) {
    const content = await loadChallenge(folder);
    const known = proven.has(content.contentHash) || (await isPublished(content));
    if (!known) requireProof(await gate(content));
    await publishChallenge(content);
  }
  const orientation = await loadOrientationBank();
  if (!proven.has(orientation.contentHash))
    requireProof(proveOrientation(orientation), "orientation");
  const tracks = await packageFolders("tracks");
  let position = 0;
  for (const folder of tracks.values()) await publishTrack(await loadTrack(folder), position++);
  return { skills, challenges: challenges.size, tracks: tracks.size };
}

function requireProof({ slug, holds, problems, rows }: GateReport, place = `challenges/${slug}`) {
  if (holds) return;
  const wrong = rows.filter((row) => !row.holds);
  throw new ContentError(place, [
    ...problems,
    ...wrong.map(({ folder, file, verdict }) => `${folder}/${file} ends as ${verdict}`),
    "the publish gate refuses it; see bin/touchstone verify",
  ]);
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
