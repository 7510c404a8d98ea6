import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { contentRoots } from "@/lib/content/folders";
import { parseYaml } from "@/lib/content/parse-yaml";
import { localized, slugText } from "@/lib/content/schemas";

const NAME = "wording.yaml";

const phrases = z.array(z.string().trim().min(1).max(80));

const group = z
  .object({
    slug: slugText,
    why: localized,
    instead: localized,
    ...{ en: phrases, zh: phrases },
    /** Phrases that hold a term and are fine. */
    except: phrases,
  })
  .strict();
export type WordingGroup = z.infer<typeof group>;

const file = z.object({ groups: z.array(group) }).strict();

let known: Promise<WordingGroup[]> | undefined;

/** Every group of terms. Content does not change while a process runs, so it is read once. */
export function wordingGroups(): Promise<WordingGroup[]> {
  known ??= readGroups();
  return known;
}

async function readGroups(): Promise<WordingGroup[]> {
  const found = new Map<string, WordingGroup>();
  for (const root of contentRoots()) {
    const name = path.join(root, NAME);
    if (!existsSync(name)) continue;
    // The installation's own wins over the built-in one.
    for (const one of parseYaml(name, await readFile(name, "utf8"), file).groups) {
      found.set(one.slug, one);
    }
  }
  return [...found.values()];
}
