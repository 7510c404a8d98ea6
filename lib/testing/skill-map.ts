import { readFile } from "node:fs/promises";
import { parseYaml } from "@/lib/content/parse-yaml";
import { skillMap } from "@/lib/content/schemas";
import { storeSkills } from "@/lib/skills/store-skills";

/** The published skill map. */
export async function seedSkillMap(): Promise<void> {
  const file = "content/skills.yaml";
  await storeSkills(parseYaml(file, await readFile(file, "utf8"), skillMap));
}
