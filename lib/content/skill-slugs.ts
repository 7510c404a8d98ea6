import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { contentRoots } from "./folders";
import { parseYaml } from "./parse-yaml";
import { skillMap } from "./schemas";

/** Slugs of every skill that content may name. */
export async function skillSlugs(): Promise<Set<string>> {
  return new Set((await skillPillars()).keys());
}

/** The pillar of every skill that content may name, by the skill's slug. */
export async function skillPillars(): Promise<Map<string, string>> {
  const pillars = new Map<string, string>();
  for (const root of contentRoots()) {
    const file = path.join(root, "skills.yaml");
    if (!existsSync(file)) continue;
    const { skills } = parseYaml(file, await readFile(file, "utf8"), skillMap);
    for (const { slug, pillar } of skills) pillars.set(slug, pillar);
  }
  return pillars;
}
