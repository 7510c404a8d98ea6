import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { lockHolder } from "./lock";

const portFile = (dataDir: string) => path.join(dataDir, "port");

/** Tells other commands where the web server listens: `start --port` is known to it alone. */
export const notePort = (dataDir: string, port: number) =>
  writeFileSync(portFile(dataDir), String(port));

/** The port of the web server that runs on this data folder; undefined when none does. */
export function runningPort(dataDir: string): string | undefined {
  if (!lockHolder(dataDir)) return undefined;
  try {
    return readFileSync(portFile(dataDir), "utf8");
  } catch {
    return undefined;
  }
}
