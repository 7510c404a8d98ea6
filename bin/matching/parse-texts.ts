import { StartError } from "../start/start-error";

export type Line = { id: string; text: string };

const MOST_NAMED = 10;

/** What is wrong with a line; undefined where nothing is. */
function problemOf(line: string, id: string, text: string, seen: Set<string>): string | undefined {
  if (!line.includes("\t")) return "has no tab between id and text";
  if (id === "") return "has no id before the tab";
  if (text === "") return "has no text after the tab";
  if (seen.has(id)) return `has the id ${id} a second time`;
}

/**
 * Reads `id<TAB>text` lines; blank ones are passed over, further tabs belong to the text.
 * Throws StartError naming every bad line.
 */
export function parseTexts(file: string, bytes: Uint8Array): Line[] {
  const source = decode(file, bytes);
  const lines: Line[] = [];
  const seen = new Set<string>();
  const problems: string[] = [];
  source.split(/\r?\n/).forEach((line, index) => {
    if (line.trim() === "") return;
    const tab = line.indexOf("\t");
    const id = line.slice(0, Math.max(0, tab)).trim();
    const text = line.slice(tab + 1).trim();
    const problem = problemOf(line, id, text, seen);
    if (problem) problems.push(`${file}: line ${index + 1} ${problem}`);
    else lines.push({ id, text });
    seen.add(id);
  });
  if (problems.length > 0) {
    const more = problems.length - MOST_NAMED;
    const named = problems.slice(0, MOST_NAMED).join("\n  ");
    throw new StartError(
      more > 0 ? `${named}\n  and ${more} more` : named,
      "Write one text a line: an id of its own, a tab, the text.",
    );
  }
  if (lines.length === 0) {
    throw new StartError(`${file} holds no text.`, "Write one text a line: id, a tab, the text.");
  }
  return lines;
}

function decode(file: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new StartError(`${file} is not UTF-8.`, "Save it as UTF-8, then try again.");
  }
}
