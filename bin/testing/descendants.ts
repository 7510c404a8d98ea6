import { readdirSync, readFileSync } from "node:fs";

export type Running = { pid: number; parent: number; command: string };

/** Every process of this machine that can be read; one that is just leaving is left out. */
function processes(): Running[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const status = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(status.slice(status.lastIndexOf(")") + 2).split(" ")[1]);
        const command = readFileSync(`/proc/${name}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return [{ pid: Number(name), parent, command }];
      } catch {
        return [];
      }
    });
}

/** What a process started, and what that started, and so on. */
export function descendants(ancestor: number): Running[] {
  const all = processes();
  const found: Running[] = [];
  let line = new Set([ancestor]);
  while (line.size > 0) {
    const next = all.filter(({ parent }) => line.has(parent));
    found.push(...next);
    line = new Set(next.map(({ pid }) => pid));
  }
  return found;
}
