import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { LEVELS } from "@/lib/measurement/parameters";
import { contentRoots } from "./folders";
import { parseYaml } from "./parse-yaml";
import { localized, slugText } from "./schemas";

const rule = z
  .object({
    slug: slugText,
    level: z.enum(LEVELS),
    title: localized,
    description: localized,
    /** What has to be shown, in words. */
    criteria: localized,
    /** Every one of these has to be above the level's cut, as probably as this. */
    skills: z.array(slugText).min(1).max(8),
    probability: z.number().min(0.5).lt(1).default(0.9),
    /** Distinct challenges with half of their points or more that bear on the skills. */
    least_evidence: z.int().min(2).max(50),
    /** Whether one of them has to have been supervised. */
    supervised: z.boolean().default(false),
    valid_years: z.number().positive().max(10).default(3),
  })
  .strict();
export type CredentialRule = z.infer<typeof rule>;

const file = z
  .object({ credentials: z.array(rule) })
  .strict()
  .refine(
    ({ credentials }) => new Set(credentials.map(({ slug }) => slug)).size === credentials.length,
    {
      message: "two credentials have the same slug",
    },
  );

let known: Promise<CredentialRule[]> | undefined;

/** Every credential on offer. Content does not change while a process runs, so it is read once. */
export function credentialRules(): Promise<CredentialRule[]> {
  known ??= readRules();
  return known;
}

async function readRules(): Promise<CredentialRule[]> {
  const found = new Map<string, CredentialRule>();
  for (const root of contentRoots()) {
    const name = path.join(root, "credentials.yaml");
    if (!existsSync(name)) continue;
    const { credentials } = parseYaml(name, await readFile(name, "utf8"), file);
    // The installation's own wins over the built-in one.
    for (const one of credentials) found.set(one.slug, one);
  }
  return [...found.values()];
}
