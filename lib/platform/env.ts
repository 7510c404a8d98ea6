import path from "node:path";
import { z } from "zod";
import { SettingsError } from "./errors";

const optionalText = z.string().trim().min(1, "must hold more than spaces").optional();
const secret = z.string().min(32, "must have 32 characters or more").optional();
const flag = oneOf("true", "false", "1", "0").transform(
  (value) => value === "true" || value === "1",
);

/** The message says what is allowed: it is all that the reader of a failed start sees. */
function oneOf<const Words extends readonly [string, ...string[]]>(...words: Words) {
  return z.enum(words, { error: `must be one of ${words.join(", ")}` });
}

function wholeNumber(least: number, most: number) {
  const error = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number({ error }).int(error).min(least, error).max(most, error);
}

const address = (protocol: RegExp, example: string) =>
  z.url({ protocol, error: `must be an address such as ${example}` }).optional();

const origin = address(/^https?$/, "https://skills.example.org").refine(
  (text) => text === undefined || isOrigin(new URL(text)),
  "must be an address without a path: everything is served from the root of its host",
);

const isOrigin = ({ pathname, search, hash, username, password }: URL): boolean =>
  pathname === "/" && [search, hash, username, password].every((part) => part === "");

const runtimes = z.string().regex(/^python-(numpy|torch)(,python-(numpy|torch))*$/, {
  error: "must list python-numpy, python-torch or both, with a comma between",
});

const modelName = z
  .string()
  .regex(/^[\w.-]+\/[\w.-]+(@[\w.-]+)?$/, {
    error: "must be a model of the hub such as owner/name or owner/name@revision",
  })
  .optional();

/** Every setting of an installation. The README's table and .env.example follow this list. */
export const settingsSchema = z.object({
  NODE_ENV: oneOf("development", "test", "production").default("development"),
  HOST: z.string().min(1).default("127.0.0.1"),
  PORT: wholeNumber(1, 65535).default(3000),
  PUBLIC_URL: origin,
  DATA_DIR: z.string().min(1).default(".data"),
  CONTENT_DIR: optionalText,
  DATABASE_URL: address(/^postgres(ql)?$/, "postgres://user:password@host:5432/name"),
  DATABASE_POOL: wholeNumber(1, 200).default(10),
  AUTH_SECRET: secret,
  SEED_SECRET: secret,
  SIGNUP: oneOf("open", "invitation", "closed").default("open"),
  TRUSTED_PROXIES: wholeNumber(0, 10).default(0),
  SMTP_URL: address(/^smtps?$/, "smtp://user:password@host:587"),
  MAIL_FROM: z
    .string()
    .min(3, "must be a sender such as Name <name@example.org>")
    .default("Touchstone <noreply@localhost>"),
  GITHUB_ID: optionalText,
  GITHUB_SECRET: optionalText,
  GOOGLE_ID: optionalText,
  GOOGLE_SECRET: optionalText,
  OIDC_ISSUER: address(/^https?$/, "https://login.example.org"),
  OIDC_ID: optionalText,
  OIDC_SECRET: optionalText,
  OIDC_NAME: z.string().min(1).default("OpenID Connect"),
  UPLOADS_PER_PERSON_MB: wholeNumber(1, 1_000_000).default(512),
  S3_BUCKET: optionalText,
  S3_REGION: optionalText,
  S3_ENDPOINT: address(/^https?$/, "https://s3.example.org"),
  S3_KEY_ID: optionalText,
  S3_SECRET: optionalText,
  EMBEDDING_MODEL: modelName,
  HF_ENDPOINT: z
    .url({ protocol: /^https?$/, error: "must be an address such as https://huggingface.co" })
    .default("https://huggingface.co"),
  // Deployers keep such logs for six months at least (EU AI Act, article 26(6)).
  RANKINGS_DAYS: wholeNumber(184, 36_500).default(400),
  WORKER_SLOTS: wholeNumber(1, 64).optional(),
  WORKER_RUNTIMES: runtimes.default("python-numpy,python-torch"),
  WORKER_DEVICES: oneOf("auto", "none", "rehearsal").default("auto"),
  SANDBOX_ALLOW_WEAK: flag.default(false),
  BWRAP_PATH: optionalText,
  PYTHON: optionalText,
  CHROMIUM_PATH: optionalText,
  LOG_LEVEL: oneOf("fatal", "error", "warn", "info", "debug", "trace").default("info"),
});

export type Settings = z.infer<typeof settingsSchema>;

/** Settings that mean something only together. */
const GROUPS: (keyof Settings)[][] = [
  ["GITHUB_ID", "GITHUB_SECRET"],
  ["GOOGLE_ID", "GOOGLE_SECRET"],
  ["OIDC_ISSUER", "OIDC_ID", "OIDC_SECRET"],
  ["S3_BUCKET", "S3_REGION", "S3_KEY_ID", "S3_SECRET"],
];

/** Kernels that are interpreted would pass without their speed having been judged. */
const rehearsing = ({ NODE_ENV, WORKER_DEVICES }: Settings): string[] =>
  NODE_ENV === "production" && WORKER_DEVICES === "rehearsal"
    ? ["WORKER_DEVICES may be rehearsal while you develop, not in production"]
    : [];

const incomplete = (settings: Settings): string[] =>
  GROUPS.filter((group) => group.some((name) => settings[name] !== undefined)).flatMap((group) =>
    group
      .filter((name) => settings[name] === undefined)
      .map((name) => `${name} must be set too: ${group.join(", ")} belong together`),
  );

/** Parses settings; empty variables count as unset. Throws SettingsError naming every bad one. */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = settingsSchema.safeParse(given);
  const lines = parsed.success
    ? [...incomplete(parsed.data), ...rehearsing(parsed.data)]
    : parsed.error.issues.map(({ path: [name = ""], message }) => `${String(name)} ${message}`);
  if (parsed.success && lines.length === 0) return parsed.data;
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
