import { readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import type { ChallengeManifest } from "@/lib/content/challenge-manifest";
import { contentRoots, packageFolders } from "@/lib/content/folders";
import { type ChallengePackage, loadChallenge } from "@/lib/content/load-challenge";
import { parseYaml } from "@/lib/content/parse-yaml";
import { BANK_FILE, parseBank } from "@/lib/content/quiz-bank";
import { skillMap } from "@/lib/content/schemas";
import { guessingFloor } from "@/lib/measurement/author-prior";
import type { PublishedItem, PublishedSkill } from "@/lib/measurement/reachable-skills";

/** A table of predictions is scored on a public and a private part. */
const PARTS_OF_PREDICTIONS = 2;

/** Every challenge as a measurement sees it. */
export async function publishedItems(): Promise<PublishedItem[]> {
  const folders = [...(await packageFolders("challenges")).values()];
  const packages = await Promise.all(folders.map(loadChallenge));
  return packages.map(({ manifest, files }) => ({
    id: manifest.slug,
    difficulty: manifest.difficulty,
    count: caseCount(manifest, files),
    guessing: meanGuessing(manifest, files),
    skills: manifest.skills.map(({ slug, weight }) => ({ skill: slug, load: weight })),
  }));
}

/** Cases by the checker's text: to count them by running it would take a sandbox. */
function caseCount(manifest: ChallengeManifest, files: ChallengePackage["files"]): number {
  if (manifest.kind === "quiz") return manifest.questions;
  if (manifest.kind === "project") return manifest.rubric.length;
  if (manifest.kind === "predictions") return PARTS_OF_PREDICTIONS;
  const declared = files["cases.yaml"];
  if (declared) return (parse(declared) as { cases: unknown[] }).cases.length;
  return Math.max(1, files["checker.py"]?.match(/^@case\(/gm)?.length ?? 1);
}

function meanGuessing(manifest: ChallengeManifest, files: ChallengePackage["files"]): number {
  if (manifest.kind !== "quiz" || files[BANK_FILE] === undefined) return 0;
  const { items } = parseBank(manifest.slug, files);
  const floors = items.map((item) =>
    item.kind === "single" ? guessingFloor(item.options.length) : 0,
  );
  return floors.reduce((sum, floor) => sum + floor, 0) / floors.length;
}

/** The skill map's skills with their pillars. */
export async function publishedSkills(): Promise<PublishedSkill[]> {
  const maps = await Promise.all(
    contentRoots().map(async (root) => {
      const file = path.join(root, "skills.yaml");
      return parseYaml(file, await readFile(file, "utf8"), skillMap);
    }),
  );
  return maps.flatMap(({ skills }) => skills.map(({ slug, pillar }) => ({ skill: slug, pillar })));
}
