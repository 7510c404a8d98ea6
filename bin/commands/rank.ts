import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { type Command, InvalidArgumentError, Option } from "commander";
import { Corpus } from "@/lib/matching/corpus";
import { loadGlossary } from "@/lib/matching/load-glossary";
import { weightsFor } from "@/lib/matching/weight-table";
import { Embedder } from "@/workers/embedding/embedder";
import { indexTexts } from "@/workers/embedding/index-texts";
import { parseTexts } from "../matching/parse-texts";
import { ensureEmbeddingModel } from "../start/embedding-model";
import { openInstallation } from "../start/installation";
import { ensurePython } from "../start/python";

type Options = { queries: string; corpus: string; lang?: "en" | "zh"; top?: number };

function toCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0) return count;
  throw new InvalidArgumentError("It must be a whole number from 1.");
}

export function register(program: Command) {
  program
    .command("rank")
    .description("rank texts for queries by meaning and wording; both are id<TAB>text lines")
    .requiredOption("--queries <file>", "what is looked for")
    .requiredOption("--corpus <file>", "what is ranked")
    .addOption(
      new Option("--lang <language>", "the language of all texts; detected for each when left out")
        // The two that the glossary joins.
        .choices(["en", "zh"]),
    )
    .option("--top <count>", "only the best of each query", toCount)
    .action(rank);
}

/** Prints `query<TAB>doc<TAB>rank<TAB>score`, best first, in the order of the queries. */
async function rank({ queries, corpus, lang, top }: Options): Promise<void> {
  const wanted = parseTexts(queries, await readFile(queries));
  const given = parseTexts(corpus, await readFile(corpus));
  const glossary = await loadGlossary();
  const installation = openInstallation();
  await ensurePython(installation);
  await ensureEmbeddingModel(installation);
  const embedder = await Embedder.load();
  try {
    const reading = { glossary, language: lang };
    const indexed = new Corpus(await indexTexts(embedder, given, reading));
    const weights = weightsFor(embedder.multilingual);
    for (const query of await indexTexts(embedder, wanted, reading)) {
      const best = indexed.rank(query, weights).slice(0, top);
      const lines = best.map(
        ({ id, rank: place, score }) => `${query.id}\t${id}\t${place}\t${score.toFixed(6)}\n`,
      );
      if (!process.stdout.write(lines.join(""))) await once(process.stdout, "drain");
    }
  } finally {
    await embedder.close();
  }
}
