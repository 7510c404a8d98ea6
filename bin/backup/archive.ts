import { closeSync, existsSync, mkdtempSync, openSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { runCaptured } from "../bootstrap/run-captured.js";
import { StartError } from "../start/start-error";

/** What a backup holds, by its name in the archive. */
export const PARTS = {
  manifest: "manifest.json",
  database: "database.dump",
  secrets: "secrets.json",
  blobs: "blobs",
} as const;

export const FORMAT = 1;

/** A folder for the time of the work, readable by its owner alone. */
export async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), "touchstone-backup-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * How a program of Postgres reaches a database: the password goes by its environment, since every
 * user of the machine can read its arguments.
 */
export function connectionOf(url: string): { address: string; env: Record<string, string> } {
  const address = new URL(url);
  const { password } = address;
  address.password = "";
  return {
    address: address.href,
    env: password ? { PGPASSWORD: decodeURIComponent(password) } : {},
  };
}

/** Runs a program of the backup. Throws StartError with what it said. */
export async function must(what: string, command: string, args: string[], env = {}): Promise<void> {
  const { status, output } = await runCaptured(command, args, { env: { ...process.env, ...env } });
  if (status === 0) return;
  throw new StartError(`${what} failed:\n${output}`, "Mend what is named above and try again.");
}

/** Packs a folder; the file appears whole or not at all. */
export async function pack(folder: string, file: string): Promise<void> {
  const draft = `${file}.${process.pid}`;
  // Before tar fills it: the file holds keys, and nobody else may read it for a moment.
  closeSync(openSync(draft, "wx", 0o600));
  try {
    await must("Packing the backup", "tar", ["-czf", draft, "-C", folder, "."]);
    renameSync(draft, file);
  } finally {
    rmSync(draft, { force: true });
  }
}

export async function unpack(file: string, folder: string): Promise<void> {
  if (!existsSync(file)) throw new StartError(`${file} does not exist.`, "Name a backup's file.");
  await must("Unpacking the backup", "tar", ["-xzf", file, "-C", folder, "--no-same-owner"]);
}
