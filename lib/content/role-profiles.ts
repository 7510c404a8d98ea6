import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { ContentError } from "./content-error";
import { contentRoots } from "./folders";
import { parseYaml } from "./parse-yaml";
import { localized, slugText } from "./schemas";
import { skillSlugs } from "./skill-slugs";

const NAME = "roles.yaml";

const asked = z
  .object({
    skill: slugText,
    /** On the scale of 0 to 100. Nearer to its ends, nobody could be told apart. */
    level: z.number().min(5).max(95),
    weight: z.int().min(1).max(3),
  })
  .strict();
export type AskedSkill = z.infer<typeof asked>;

const sentences = z.array(z.string().min(1)).min(1).max(12);

const role = z
  .object({
    slug: slugText,
    title: localized,
    responsibilities: z
      .object({ en: sentences, zh: sentences })
      .strict()
      .refine(({ en, zh }) => en.length === zh.length, {
        message: "needs as many lines in en as in zh",
      }),
    required: z.array(asked).min(1).max(12),
    nice: z.array(asked).max(12).default([]),
  })
  .strict();
export type RoleProfile = z.infer<typeof role>;

const file = z.object({ roles: z.array(role) }).strict();

let known: Promise<RoleProfile[]> | undefined;

/** Every role profile. Content does not change while a process runs, so it is read once. */
export function roleProfiles(): Promise<RoleProfile[]> {
  known ??= readProfiles();
  return known;
}

async function readProfiles(): Promise<RoleProfile[]> {
  const skills = await skillSlugs();
  const found = new Map<string, RoleProfile>();
  for (const root of contentRoots()) {
    const name = path.join(root, NAME);
    if (!existsSync(name)) continue;
    // The installation's own wins over the built-in one.
    for (const one of parseRoleProfiles(name, await readFile(name, "utf8"), skills)) {
      found.set(one.slug, one);
    }
  }
  return [...found.values()];
}

/** The role profiles of one file, given every known skill. Throws ContentError. */
export function parseRoleProfiles(
  name: string,
  yaml: string,
  skills: ReadonlySet<string>,
): RoleProfile[] {
  const { roles } = parseYaml(name, yaml, file);
  const slugs = roles.map(({ slug }) => slug);
  const problems = twice(slugs).map((slug) => `two roles have the slug ${slug}`);
  for (const { slug, required, nice } of roles) {
    const named = [...required, ...nice].map(({ skill }) => skill);
    const unknown = named.filter((skill) => !skills.has(skill));
    problems.push(...unknown.map((skill) => `role ${slug}: ${skill} is not in skills.yaml`));
    problems.push(...twice(named).map((skill) => `role ${slug}: ${skill} is asked for twice`));
  }
  if (problems.length > 0) throw new ContentError(name, problems);
  return roles;
}

const twice = (all: readonly string[]) => [
  ...new Set(all.filter((one, index) => all.indexOf(one) !== index)),
];
