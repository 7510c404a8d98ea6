import { accessSync, constants, mkdirSync } from "node:fs";
import path from "node:path";
import { parseSettings, type Settings } from "@/lib/platform/env";
import { projectPath } from "./project";
import { StartError } from "./start-error";

/** The settings of one installation and where it keeps its data (absolute). */
export type Installation = { settings: Settings; dataDir: string };

export type Overrides = { port?: number };

/**
 * Reads the settings and makes the data folder. A relative DATA_DIR counts from the checkout, for
 * this process and for every child. Throws SettingsError and StartError.
 */
export function openInstallation(overrides: Overrides = {}): Installation {
  if (overrides.port) process.env.PORT = String(overrides.port);
  const settings = parseSettings(process.env);
  const dataDir = path.resolve(projectPath(), settings.DATA_DIR);
  process.env.DATA_DIR = dataDir;
  try {
    mkdirSync(dataDir, { recursive: true });
    accessSync(dataDir, constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new StartError(
      `The data folder ${dataDir} cannot be written: ${(error as Error).message}`,
      "Give this user the folder, or set DATA_DIR to another one.",
    );
  }
  return { settings: { ...settings, DATA_DIR: dataDir }, dataDir };
}
