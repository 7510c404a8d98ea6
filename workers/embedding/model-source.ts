import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";
import { dataPath } from "@/lib/platform/env";
import { fileHash } from "@/lib/platform/file-hash";

export const OFFLINE_MODEL = "all-MiniLM-L6-v2";

/** Where a model of the data folder lies. */
export const modelFolder = (model = OFFLINE_MODEL): string => dataPath("models", model);

const manifest = z.object({
  model: z.string(),
  source: z.string(),
  files: z.record(z.string(), z.string()),
});

/**
 * Checks every file of the offline model against what was noted when it was made; returns the
 * checksum of its weights' source and of the model. Throws where a file was changed.
 */
export async function checkOfflineModel(): Promise<{ source: string; hash: string }> {
  const folder = modelFolder();
  const { source, files } = manifest.parse(
    JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")),
  );
  for (const [name, expected] of Object.entries(files)) {
    if ((await fileHash(path.join(folder, name))) === expected) continue;
    throw new Error(
      `${path.join(folder, name)} is not the file that was made. Remove ${folder} and start again.`,
    );
  }
  return { source, hash: files["onnx/model.onnx"] ?? "" };
}
