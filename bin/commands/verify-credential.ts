import { readFile } from "node:fs/promises";
import type { Command } from "commander";
import { describeCheck } from "@/lib/credentials/describe-check";
import type { Read } from "@/lib/credentials/verification";
import { verifyCredential } from "@/lib/credentials/verify-credential";
import { guardedFetch } from "@/lib/platform/guarded-fetch";
import { type Installation, openInstallation } from "../start/installation";
import { withDatabase } from "../start/installation-database";
import { StartError } from "../start/start-error";

type Options = { email?: string; json?: boolean };

const MARKS = { holds: "ok  ", fails: "FAIL", unknown: "?   " } as const;

export function register(program: Command) {
  program
    .command("verify-credential")
    .description(
      "what holds of an Open Badges 3.0 credential: a file (JSON, JWT, PNG, SVG) or link",
    )
    .argument("<file>", "the file, or a link that starts with https://")
    .option("--email <address>", "whether it was issued to the owner of this address")
    .option("--json", "print JSON")
    .action(async (file: string, { email, json }: Options) => {
      const given = /^https:\/\//.test(file) ? file : await readGiven(file);
      const read = readFor(openInstallation());
      const { verdict, checks } = await verifyCredential(given, { read, ...(email && { email }) });
      if (json) process.stdout.write(`${JSON.stringify({ verdict, checks })}\n`);
      else {
        process.stdout.write(`${verdict}\n`);
        for (const check of checks) {
          const { name, text } = describeCheck(check, "en");
          process.stdout.write(`  ${MARKS[check.state]} ${name.padEnd(10)} ${text}\n`);
        }
      }
      if (verdict !== "valid") process.exitCode = 1;
    });
}

/** Reads our own from the database, which is opened only then, and all else from the network. */
function readFor(installation: Installation): Read {
  const { PUBLIC_URL } = installation.settings;
  const own = PUBLIC_URL && new URL(PUBLIC_URL).host;
  return (address) => {
    const isOwn = URL.canParse(address) && new URL(address).host === own;
    if (!isOwn) return guardedFetch(address);
    return withDatabase(installation, async () => {
      // Imported once the database is known: what is below reads the settings when loaded.
      const { readOutside } = await import("@/lib/credentials/read-outside");
      return readOutside(address);
    });
  };
}

async function readGiven(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new StartError(
      `${file} cannot be read: ${(error as Error).message}`,
      "Name a file with a credential, or a link that starts with https://.",
    );
  }
}
