import { rm } from "node:fs/promises";
import path from "node:path";
import { dataPath } from "@/lib/platform/env";

/** Where parts of files wait for the rest. */
export const partialFolder = () => dataPath("uploads");

/** Forgets what has arrived of a file: its bytes and what the protocol notes beside them. */
export async function removePartial(id: string): Promise<void> {
  const file = path.join(partialFolder(), id);
  await Promise.all([rm(file, { force: true }), rm(`${file}.json`, { force: true })]);
}
