import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
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

/** The number of the process that runs this data folder, if one does. */
export function lockHolder(dataDir: string): number | undefined {
  let text: string;
  try {
    text = readFileSync(lockFile(dataDir), "utf8");
  } catch {
    return undefined;
  }
  const pid = Number.parseInt(text, 10);
  return identityOf(pid) === text ? pid : undefined;
}

/** Takes the data folder for this process; returns how to give it back. Throws StartError. */
export function takeLock(dataDir: string): () => void {
  const file = lockFile(dataDir);
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      const descriptor = openSync(file, "wx", 0o600);
      writeSync(descriptor, identityOf(process.pid) ?? String(process.pid));
      closeSync(descriptor);
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
    const holder = lockHolder(dataDir);
    if (holder) break;
    rmSync(file, { force: true });
  }
  throw new StartError(
    `Another process (${lockHolder(dataDir) ?? "unknown"}) works on the data folder ${dataDir}.`,
    "Stop it first, or set DATA_DIR to another folder.",
  );
}
