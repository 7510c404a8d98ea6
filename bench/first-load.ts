import { gzipSync } from "node:zlib";
import { type Figure, reportFigures } from "./lib/figures";
import { startInstallation, withDataFolder } from "./lib/running-installation";

const REACH_KB = 150;

const PAGES = {
  home: "/en",
  tracks: "/en/tracks",
  track: "/en/tracks/deep-learning",
  lesson: "/en/tracks/deep-learning/lessons/one-layer-one-loss",
  challenges: "/en/challenges",
  "challenge, without the editor": "/en/challenges/softmax",
  leaderboard: "/en/challenges/softmax/leaderboard",
  "sign in": "/en/sign-in",
  "sign up": "/en/sign-up",
  "forgotten password": "/en/forgot",
  API: "/en/developers",
} as const;

/** A class name of CodeMirror's own: only the editor's chunks hold it. */
const EDITOR = "cm-editor";

/** Addresses of the scripts that a page names, without those for browsers without modules. */
const scriptsOf = (html: string): string[] => {
  const tags = html.match(/<script\b[^>]*>/gi) ?? [];
  const modern = tags.filter((tag) => !/\bnomodule\b/i.test(tag));
  return [...new Set(modern.flatMap((tag) => tag.match(/\bsrc="([^"]+)"/)?.[1] ?? []))];
};

async function read(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}`);
  return answer.text();
}

/** Kilobytes (1000 bytes) of script, each file compressed by itself as it is sent. */
async function firstLoad(origin: string, path: string): Promise<number> {
  const scripts = scriptsOf(await read(origin + path));
  if (scripts.length === 0) throw new Error(`${path} names no script`);
  const sources = await Promise.all(scripts.map((src) => read(new URL(src, origin).href)));
  const bytes = sources
    .filter((source) => !source.includes(EDITOR))
    .reduce((sum, source) => sum + gzipSync(source).length, 0);
  return bytes / 1000;
}

await withDataFolder(async (dataDir) => {
  const { origin, stop } = await startInstallation(dataDir);
  try {
    const figures: Figure[] = [];
    for (const [name, path] of Object.entries(PAGES)) {
      const value = await firstLoad(origin, path);
      figures.push({ name, value, unit: "kB", reach: REACH_KB, better: "lower" });
    }
    reportFigures(figures);
  } finally {
    await stop();
  }
});
