import path from "node:path";
import { z } from "zod";
import { SettingsError } from "./errors";

const optionalText = z.string().trim().min(1).optional();
const port = z.coerce.number().int().min(1).max(65535);
const flag = z
  .enum(["true", "false", "1", "0"])
  .transform((value) => value === "true" || value === "1");

/** Every setting of an installation. The README's table and .env.example follow this list. */
export const settingsSchema = z.object({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: port.default(3000),
  PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
  DATA_DIR: z.string().min(1).default(".data"),
  CONTENT_DIR: optionalText,
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  DATABASE_POOL: z.coerce.number().int().min(1).max(200).default(10),
  AUTH_SECRET: z.string().min(32).optional(),
  SEED_SECRET: z.string().min(32).optional(),
  SIGNUP: z.enum(["open", "invitation", "closed"]).default("open"),
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(10).default(0),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.string().min(3).default("Touchstone <noreply@localhost>"),
  GITHUB_ID: optionalText,
  GITHUB_SECRET: optionalText,
  GOOGLE_ID: optionalText,
  GOOGLE_SECRET: optionalText,
  OIDC_ISSUER: z.url({ protocol: /^https?$/ }).optional(),
  OIDC_ID: optionalText,
  OIDC_SECRET: optionalText,
  OIDC_NAME: z.string().min(1).default("OpenID Connect"),
  WORKER_SLOTS: z.coerce.number().int().min(1).max(64).optional(),
  WORKER_RUNTIMES: z.string().default("python-numpy,python-torch"),
  SANDBOX_ALLOW_WEAK: flag.default(false),
  BWRAP_PATH: optionalText,
  PYTHON: optionalText,
  CHROMIUM_PATH: optionalText,
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace"]).default("info"),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Parses settings; empty variables count as unset. Throws SettingsError naming every bad one. */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  throw new SettingsError(lines);
}

let cached: Settings | undefined;

/** The settings of this process, parsed once. */
export function settings(): Settings {
  cached ??= parseSettings(process.env);
  return cached;
}

/** A path inside the installation's data folder. */
export function dataPath(...parts: string[]): string {
  // Without the mark the bundler takes the whole data folder for a part of the app.
  return path.resolve(/* turbopackIgnore: true */ settings().DATA_DIR, ...parts);
}

/** The address under which people reach this installation, without a trailing slash. */
export function publicUrl(): string {
  const { PUBLIC_URL, HOST, PORT } = settings();
  const host = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  return (PUBLIC_URL ?? `http://${host}:${PORT}`).replace(/\/+$/, "");
}
