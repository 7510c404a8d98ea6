import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import path from "node:path";
import { z } from "zod";
import { dataPath, settings } from "./env";
import { SettingsError } from "./errors";

const secretsSchema = z.object({ authSecret: z.string().min(32), seedSecret: z.string().min(32) });
export type Secrets = z.infer<typeof secretsSchema>;

const generate = (): Secrets => ({
  authSecret: randomBytes(32).toString("base64url"),
  seedSecret: randomBytes(32).toString("base64url"),
});

/** Writes the file whole or not at all, readable by its owner only; a concurrent winner stays. */
function createSecretsFile(file: string) {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}`;
  const descriptor = openSync(/* turbopackIgnore: true */ draft, "wx", 0o600);
  writeSync(descriptor, `${JSON.stringify(generate(), null, 2)}\n`);
  closeSync(descriptor);
  try {
    linkSync(/* turbopackIgnore: true */ draft, /* turbopackIgnore: true */ file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    rmSync(/* turbopackIgnore: true */ draft);
  }
}

let cached: Secrets | undefined;

/**
 * The installation's secrets: from the settings, else made on first use in DATA_DIR/secrets.json.
 * Throws SettingsError when that file cannot be read.
 */
export function secrets(): Secrets {
  if (cached) return cached;
  const { AUTH_SECRET, SEED_SECRET } = settings();
  if (AUTH_SECRET && SEED_SECRET) {
    cached = { authSecret: AUTH_SECRET, seedSecret: SEED_SECRET };
    return cached;
  }
  const file = dataPath("secrets.json");
  const stored = readOrCreate(file);
  cached = {
    authSecret: AUTH_SECRET ?? stored.authSecret,
    seedSecret: SEED_SECRET ?? stored.seedSecret,
  };
  return cached;
}

function readOrCreate(file: string): Secrets {
  if (!existsSync(/* turbopackIgnore: true */ file)) createSecretsFile(file);
  try {
    return secretsSchema.parse(JSON.parse(readFileSync(/* turbopackIgnore: true */ file, "utf8")));
  } catch {
    // Never made anew: sessions and the hidden data of every submission follow from it.
    throw new SettingsError([`${file} must hold the keys it was made with: restore it`]);
  }
}
