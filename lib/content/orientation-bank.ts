import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ContentError } from "./content-error";
import { contentHash } from "./content-hash";
import { contentRoots } from "./folders";
import { parseYaml } from "./parse-yaml";
import { itemKinds } from "./quiz-bank";
import { slugText } from "./schemas";
import { skillPillars } from "./skill-slugs";

const FOLDER = "orientation";

/** With fewer, learners who come back would soon meet the same items. */
const LEAST = 15;

/** The four pillars; C takes in every `C-` pillar of the skill map. */
export const ORIENTATION_PILLARS = ["A", "B", "C", "D"] as const;
export type OrientationPillar = (typeof ORIENTATION_PILLARS)[number];

const place = {
  skill: slugText,
  /** In logits: at 0 a middling learner is right half the time. */
  difficulty: z.number().min(-2.5).max(2.5),
};
const item = z.discriminatedUnion("kind", [
  itemKinds.single.safeExtend(place),
  itemKinds.multiple.safeExtend(place),
  itemKinds.ordered.safeExtend(place),
  itemKinds.numeric.safeExtend(place),
  itemKinds.short.safeExtend(place),
]);
const file = z.object({ items: z.array(item) }).strict();

export type OrientationItem = z.infer<typeof item> & { pillar: OrientationPillar };
export type OrientationBank = {
  /** By id, in the order of the files. */
  items: ReadonlyMap<string, OrientationItem>;
  contentHash: string;
};

/** Reads the bank from the content folders; a later folder's file replaces an earlier one's. */
export async function loadOrientationBank(): Promise<OrientationBank> {
  const files: Record<string, string> = {};
  for (const root of contentRoots()) {
    for (const name of ORIENTATION_PILLARS.map(fileOf)) {
      const found = path.join(root, name);
      if (existsSync(found)) files[name] = await readFile(found, "utf8");
    }
  }
  return parseOrientationBank(files, await skillPillars());
}

/** The bank out of its files by path, with the pillar of every known skill. Throws ContentError. */
export function parseOrientationBank(
  files: Readonly<Record<string, string>>,
  skills: ReadonlyMap<string, string>,
): OrientationBank {
  const items = new Map<string, OrientationItem>();
  for (const pillar of ORIENTATION_PILLARS) {
    const name = fileOf(pillar);
    const yaml = files[name];
    if (yaml === undefined) throw new ContentError(name, ["is missing"]);
    const parsed = parseYaml(name, yaml, file).items;
    const problems: string[] = [];
    for (const one of parsed) {
      problems.push(...itemProblems(one, pillar, skills));
      if (items.has(one.id)) problems.push(`item ${one.id}: the id stands twice`);
      items.set(one.id, { ...one, pillar });
    }
    if (parsed.length < LEAST) problems.push(`needs ${LEAST} items, has ${parsed.length}`);
    if (problems.length > 0) throw new ContentError(name, problems);
  }
  return { items, contentHash: contentHash(files) };
}

function itemProblems(
  { id, skill }: z.infer<typeof item>,
  pillar: OrientationPillar,
  skills: ReadonlyMap<string, string>,
): string[] {
  const problems: string[] = [];
  const prefix = `${pillar.toLowerCase()}-`;
  if (!id.startsWith(prefix)) problems.push(`item ${id}: the id has to begin with ${prefix}`);
  const home = skills.get(skill);
  if (home === undefined) problems.push(`item ${id}: ${skill} is not in skills.yaml`);
  else if (home.split("-")[0] !== pillar) {
    problems.push(`item ${id}: ${skill} belongs to pillar ${home}`);
  }
  return problems;
}

const fileOf = (pillar: OrientationPillar) => `${FOLDER}/${pillar.toLowerCase()}.yaml`;
