import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { ContentError } from "@/lib/content/content-error";
import { contentRoots } from "@/lib/content/folders";

/** As many are needed for a mean and a deviation to mean anything. */
const FEWEST = 50;

/**
 * The fixed texts that signals are measured against, `id<TAB>text` a line: those of CONTENT_DIR
 * where it has any, else the shipped ones. Throws ContentError.
 */
export async function loadReference(): Promise<{ id: string; text: string }[]> {
  const files = contentRoots().map((root) => path.join(root, "reference.tsv"));
  const file = files.findLast((each) => existsSync(each)) ?? files[0] ?? "";
  const lines = (await readFile(file, "utf8")).split(/\r?\n/).filter((line) => line.trim() !== "");
  const texts = lines.map((line) => {
    const [id = "", text = ""] = line.split("\t").map((part) => part.trim());
    return { id, text };
  });
  const bad = texts.flatMap(({ id, text }, at) =>
    id === "" || text === "" ? [`line ${at + 1} is not an id, a tab and a text`] : [],
  );
  if (texts.length < FEWEST) bad.push(`has ${texts.length} texts; ${FEWEST} are needed`);
  if (bad.length > 0) throw new ContentError(file, bad);
  return texts;
}
