import path from "node:path";
import { env, pipeline } from "@xenova/transformers";
import type { DescribedText } from "@/lib/matching/describe-text";
import { Embedder } from "@/workers/embedding/embedder";
import { modelFolder, OFFLINE_MODEL } from "@/workers/embedding/model-source";
import type { Figure } from "../lib/figures";
import { quantile } from "../lib/quantile";

const ROUNDS = 5;
const BATCH = 32;

async function secondsOf(act: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await act();
  return (performance.now() - begun) / 1000;
}

/**
 * Texts a second of the worker's embedder as a ratio to transformers.js by itself, with the same
 * model and order of length, 32 at a time; the median of rounds that take turns.
 */
export async function measureSpeed(described: DescribedText[]): Promise<Figure> {
  const texts = [...new Set(described.map(({ forModel }) => forModel))].sort(
    (a, b) => a.length - b.length,
  );
  const embedder = await Embedder.load();
  env.localModelPath = path.dirname(modelFolder());
  const bare = await pipeline("feature-extraction", OFFLINE_MODEL, { dtype: "fp32" });
  const alone = async () => {
    for (let at = 0; at < texts.length; at += BATCH) {
      await bare(texts.slice(at, at + BATCH), { pooling: "mean", normalize: true });
    }
  };
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const theirs = await secondsOf(alone);
    const ours = await secondsOf(() => embedder.embed(texts));
    process.stdout.write(`embedding: ${(texts.length / ours).toFixed(0)} texts/s\n`);
    ratios.push(theirs / ours);
  }
  await embedder.close();
  await bare.dispose();
  const name = "embedding in the worker, texts/s to bare transformers.js";
  return { name, value: quantile(ratios, 0.5), unit: "x", reach: 0.95, better: "higher" };
}
