import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { StartError } from "./start-error";

const lockFile = (dataDir: string) => path.join(dataDir, "touchstone.lock");

/** What distinguishes this process from a later one with the same number. */
function identityOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return `${pid} ${stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]}`;
  } catch {
    return undefined;
  }
}

function holderOf(file: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const pid = Number.parseInt(text, 10);
  return identityOf(pid) === text ? pid : undefined;
}

/** The number of the process that runs this data folder, if one does. */
export const lockHolder = (dataDir: string): number | undefined => holderOf(lockFile(dataDir));

/** Writes the lock whole or not at all; false when there is one already. */
function claim(file: string): boolean {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, identityOf(process.pid) ?? String(process.pid), { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return false;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the lock of a process that is gone, but not one that was taken meanwhile. */
function clearStale(file: string) {
  const aside = `${file}.stale-${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
    return;
  }
  if (holderOf(aside)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}

/** Takes the data folder for this process; returns how to give it back. Throws StartError. */
export function takeLock(dataDir: string): () => void {
  const file = lockFile(dataDir);
  for (let attempt = 0; attempt < 2 && !lockHolder(dataDir); attempt++) {
    if (claim(file)) return () => rmSync(file, { force: true });
    if (!lockHolder(dataDir)) clearStale(file);
  }
  throw new StartError(
    `Another process (${lockHolder(dataDir) ?? "unknown"}) works on the data folder ${dataDir}.`,
    "Stop it first, or set DATA_DIR to another folder.",
  );
}
