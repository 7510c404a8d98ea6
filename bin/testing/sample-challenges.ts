import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

type Described = {
  slug: string;
  kind: string;
  imports?: string[];
  limits?: { wall_s: number };
};

function readChallenges(folder: string): Described[] {
  return readdirSync(folder).map((slug) => {
    const manifest = parse(readFileSync(path.join(folder, slug, "challenge.yaml"), "utf8"));
    return { ...manifest, slug };
  });
}

/** Of every kind with every set of imports the challenge that has the least time, by its slug. */
export function sampleChallenges(folder: string): string[] {
  const time = ({ limits }: Described) => limits?.wall_s ?? 0;
  const chosen = new Map<string, Described>();
  const challenges = readChallenges(folder).sort((a, b) => (a.slug < b.slug ? -1 : 1));
  for (const one of challenges) {
    const rule = [one.kind, ...[...(one.imports ?? [])].sort()].join(" ");
    const other = chosen.get(rule);
    if (!other || time(one) < time(other)) chosen.set(rule, one);
  }
  return [...chosen.values()].map(({ slug }) => slug).sort();
}
