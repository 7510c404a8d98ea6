import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Command } from "commander";
import { ContentError } from "@/lib/content/content-error";
import { resolvePackage } from "@/lib/content/folders";
import { asSandboxed, loadChallenge } from "@/lib/content/load-challenge";
import { seasonFiles } from "@/workers/grading/season-files";
import { withPool } from "../grading/with-pool";

type Options = { seed?: string; out: string };

export function register(program: Command) {
  program
    .command("season")
    .description("write the files that a season of a predictions challenge gives to learners")
    .argument("<challenge>", "slug or folder")
    .option("--seed <hex>", "the season's seed, also for grading; random when left out")
    .option("--out <folder>", "where the files go", ".")
    .action(async (challenge: string, options: Options) => {
      const folder = await resolvePackage(challenge);
      if (!folder) throw new ContentError(challenge, ["is neither a slug nor a folder"]);
      const content = asSandboxed(await loadChallenge(folder));
      const seed = options.seed ?? randomBytes(32).toString("hex");
      await withPool(async (pool) => {
        const files = await seasonFiles(pool, content, seed);
        await mkdir(options.out, { recursive: true });
        for (const [name, text] of Object.entries(files)) {
          await writeFile(path.join(options.out, path.basename(name)), text);
          process.stdout.write(`${path.join(options.out, path.basename(name))}\n`);
        }
        process.stdout.write(`seed ${seed}\n`);
      }, 1);
    });
}
