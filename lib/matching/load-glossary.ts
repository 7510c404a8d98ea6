import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { ContentError } from "@/lib/content/content-error";
import { contentRoots } from "@/lib/content/folders";
import { type Glossary, joinGlossaries, parseGlossary } from "./glossary";

/** The glossary of this installation, its own terms over the shipped ones. Throws ContentError. */
export async function loadGlossary(): Promise<Glossary> {
  const lists: Map<string, string>[] = [];
  for (const root of contentRoots()) {
    const file = path.join(root, "glossary.tsv");
    if (!existsSync(file)) continue;
    const { terms, faults } = parseGlossary(await readFile(file, "utf8"));
    if (faults.length > 0) {
      throw new ContentError(
        file,
        faults.map(({ line, problem }) => `line ${line} ${problem}`),
      );
    }
    lists.push(terms);
  }
  return joinGlossaries(lists);
}
