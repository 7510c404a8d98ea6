import type { Command } from "commander";
import { openInstallation } from "../start/installation";
import { withDatabase } from "../start/installation-database";

type Options = { rotate?: boolean; withdraw?: string; json?: boolean };

const SYSTEM = { kind: "system" } as const;

export function register(program: Command) {
  program
    .command("credential-keys")
    .description("the keys that credentials are signed with")
    .option("--rotate", "put new ones in their place; what the old ones signed stays valid")
    .option("--withdraw <id>", "trust a key no more: what it signed becomes invalid")
    .option("--json", "print JSON")
    .action((options: Options) =>
      withDatabase(openInstallation(), async () => {
        // Imported once the database is known: what is below reads the settings when loaded.
        const { rotateSigningKeys } = await import("@/lib/credentials/rotate-signing-keys");
        const { withdrawSigningKey } = await import("@/lib/credentials/withdraw-signing-key");
        const { publishedKeys } = await import("@/lib/credentials/read-signing-keys");
        if (options.withdraw) await withdrawSigningKey(SYSTEM, options.withdraw);
        if (options.rotate) await rotateSigningKeys(SYSTEM);
        const keys = await publishedKeys();
        if (options.json) process.stdout.write(`${JSON.stringify(keys)}\n`);
        else
          for (const { id, algorithm } of keys)
            process.stdout.write(`${algorithm.padEnd(8)} ${id}\n`);
      }),
    );
}
