import { existsSync } from "node:fs";
import path from "node:path";
import { env, type FeatureExtractionPipeline, LogLevel, pipeline } from "@xenova/transformers";
import { dataPath, settings } from "@/lib/platform/env";
import { fileHash } from "@/lib/platform/file-hash";
import type { ModelIdentity } from "./model-identity";
import { checkOfflineModel, modelFolder, OFFLINE_MODEL } from "./model-source";
import { splitText } from "./split-text";

/**
 * So many characters at a time. While a batch is computed nothing else of the process goes on, and a
 * grading that waits for its turn between two queries is not to wait for long.
 */
const BATCH_CHARACTERS = 800;

/** Turns texts into vectors of length 1. Loads its model once; not for a web request's process. */
export class Embedder {
  readonly #extract: FeatureExtractionPipeline;

  private constructor(
    extract: FeatureExtractionPipeline,
    readonly identity: ModelIdentity,
    /** Whether the model reads Chinese itself. The offline one needs the glossary. */
    readonly multilingual: boolean,
  ) {
    this.#extract = extract;
  }

  /**
   * A model of the hub, else the offline one, which must have been prepared.
   * @param wanted as EMBEDDING_MODEL names it; empty for the offline one
   */
  static async load(wanted = settings().EMBEDDING_MODEL ?? ""): Promise<Embedder> {
    env.logLevel = LogLevel.ERROR;
    return wanted ? Embedder.#fromHub(wanted) : Embedder.#offline();
  }

  static async #offline(): Promise<Embedder> {
    const { source, hash } = await checkOfflineModel();
    Object.assign(env, { allowRemoteModels: false, allowLocalModels: true, useFSCache: false });
    env.localModelPath = path.dirname(modelFolder());
    const extract = await pipeline("feature-extraction", OFFLINE_MODEL, { dtype: "fp32" });
    return new Embedder(extract, { model: OFFLINE_MODEL, revision: source, hash }, false);
  }

  static async #fromHub(wanted: string): Promise<Embedder> {
    const [model = "", revision = "main"] = wanted.split("@");
    const cache = dataPath("models", "hub", revision);
    Object.assign(env, { allowRemoteModels: true, allowLocalModels: false, useFSCache: true });
    env.cacheDir = cache;
    // Not by the option: transformers.js 4.3.2 lists the files of `main`, whatever it is told.
    env.remotePathTemplate = `{model}/resolve/${revision}/`;
    env.remoteHost = `${settings().HF_ENDPOINT.replace(/\/+$/, "")}/`;
    const extract = await pipeline("feature-extraction", model, { dtype: "fp32" }).catch(
      (cause: Error) => {
        const from = `${model} (${revision}) could not be had from ${env.remoteHost}`;
        const remedy = "Check EMBEDDING_MODEL and HF_ENDPOINT, or leave both unset.";
        throw new Error(`The model ${from}: ${cause.message}\n${remedy}`, { cause });
      },
    );
    const kept = path.join(cache, model, "onnx/model.onnx");
    return new Embedder(extract, { model, revision, hash: await weightsHash(kept) }, true);
  }

  /**
   * One vector for each text: the mean over its tokens, of a long text over its pieces. The order
   * of the texts has no influence: equal texts get equal vectors, to the bit.
   */
  async embed(texts: string[]): Promise<Float32Array[]> {
    const pieces = texts.map(splitText);
    const distinct = [...new Set(pieces.flat())].sort(
      (a, b) => a.length - b.length || (a < b ? -1 : 1),
    );
    const vectors = new Map<string, Float32Array>();
    for (const batch of batches(distinct)) {
      const output = await this.#extract(batch, { pooling: "mean", normalize: true });
      const size = output.dims[1] ?? 0;
      const data = output.data as Float32Array;
      batch.forEach((piece, row) => {
        vectors.set(piece, data.slice(row * size, (row + 1) * size));
      });
      output.dispose();
    }
    return pieces.map((parts) => average(parts.map((part) => vectors.get(part) as Float32Array)));
  }

  async close(): Promise<void> {
    await this.#extract.dispose();
  }
}

/** Pieces in their order, as many together as the limit allows; a longer one alone. */
function batches(pieces: readonly string[]): string[][] {
  const all: string[][] = [];
  let batch: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    length += piece.length;
    if (batch.length === 0 || length > BATCH_CHARACTERS) {
      batch = [];
      length = piece.length;
      all.push(batch);
    }
    batch.push(piece);
  }
  return all;
}

/** Large models keep their weights in a second file. */
async function weightsHash(file: string): Promise<string> {
  const hashes = [await fileHash(file)];
  if (existsSync(`${file}_data`)) hashes.push(await fileHash(`${file}_data`));
  return hashes.join("+");
}

/** The mean of vectors of length 1, at length 1. */
function average(vectors: Float32Array[]): Float32Array {
  const [first = new Float32Array()] = vectors;
  if (vectors.length === 1) return first;
  const sum = first.map((_, at) => vectors.reduce((total, each) => total + (each[at] ?? 0), 0));
  const length = Math.hypot(...sum);
  return sum.map((value) => value / length);
}
