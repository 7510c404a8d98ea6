/** Chinese terms and their English. */
export type Glossary = {
  terms: ReadonlyMap<string, string>;
  /** Characters of the longest term. */
  longest: number;
};

export type GlossaryFault = { line: number; problem: string };

const HAN = /\p{Script=Han}/u;

/** Later lists win, so that an installation's own terms replace the shipped ones. */
export function joinGlossaries(lists: Iterable<ReadonlyMap<string, string>>): Glossary {
  const terms = new Map<string, string>();
  for (const list of lists) for (const [zh, en] of list) terms.set(zh, en);
  let longest = 0;
  for (const term of terms.keys()) longest = Math.max(longest, [...term].length);
  return { terms, longest };
}

/** Reads `Chinese<TAB>English` lines; blank ones and those that begin with # are passed over. */
export function parseGlossary(source: string): {
  terms: Map<string, string>;
  faults: GlossaryFault[];
} {
  const terms = new Map<string, string>();
  const faults: GlossaryFault[] = [];
  source.split(/\r?\n/).forEach((raw, index) => {
    const fault = (problem: string) => faults.push({ line: index + 1, problem });
    if (raw.trim() === "" || raw.startsWith("#")) return;
    const [zh = "", en = "", ...rest] = raw.split("\t").map((part) => part.trim());
    const term = zh.normalize("NFKC").toLowerCase();
    if (rest.length > 0) fault("has more than one tab");
    else if (!HAN.test(term)) fault("has no Chinese before the tab");
    else if (en === "") fault("has no English after the tab");
    else if (terms.has(term)) fault(`has ${zh} a second time`);
    else terms.set(term, en);
  });
  return { terms, faults };
}

const PAUSE = /[，、；：,;:()（）/|·]/u;
const STOP = /[。！？!?\n]/u;
const KEPT = /[\p{Script=Latin}\p{N}+#.'%-]/u;

export type Translation = {
  english: string;
  /** Share of the Han characters that a term held; 1 where there are none. */
  coverage: number;
};

/**
 * A text in English: at each place the longest term of the glossary is taken. Latin words and
 * numbers stay; Han characters that no term holds are dropped, since a model of English reads
 * nothing in them.
 */
export function toEnglish(text: string, { terms, longest }: Glossary): Translation {
  const characters = [...text.normalize("NFKC")];
  const parts: string[] = [];
  let word = "";
  let known = 0;
  let unknown = 0;
  const endWord = () => {
    if (word) parts.push(word);
    word = "";
  };
  for (let at = 0; at < characters.length; ) {
    const here = characters[at] as string;
    const found = longestTerm(characters, at, terms, longest);
    if (found) {
      endWord();
      parts.push(found.english);
      known += hanIn(characters.slice(at, at + found.length));
      at += found.length;
      continue;
    }
    if (KEPT.test(here)) word += here;
    else {
      endWord();
      unknown += hanIn([here]);
      if (PAUSE.test(here)) parts.push(",");
      else if (STOP.test(here)) parts.push(".");
    }
    at += 1;
  }
  endWord();
  const coverage = known + unknown === 0 ? 1 : known / (known + unknown);
  return { english: tidy(parts.join(" ")), coverage };
}

const hanIn = (characters: string[]) => characters.filter((each) => HAN.test(each)).length;

function longestTerm(
  characters: string[],
  at: number,
  terms: ReadonlyMap<string, string>,
  longest: number,
) {
  // A Latin word is not cut open: a term may begin with one, but not inside it.
  if (at > 0 && KEPT.test(characters[at] as string) && KEPT.test(characters[at - 1] as string)) {
    return;
  }
  for (let length = Math.min(longest, characters.length - at); length > 0; length--) {
    const piece = characters
      .slice(at, at + length)
      .join("")
      .toLowerCase();
    const english = terms.get(piece);
    if (english !== undefined) return { english, length };
  }
}

/** Pauses that stand where everything around them was dropped go too. */
const tidy = (text: string): string =>
  text
    .replace(/(?:\s*[,.](?=\s|$))+/g, (run) => (run.includes(".") ? ". " : ", "))
    .replace(/^[\s,.]+/, "")
    .replace(/[\s,]+$/, "")
    .replace(/\s+/g, " ")
    .trim();
