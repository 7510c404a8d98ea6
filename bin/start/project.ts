import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");

/** A path inside the checkout, whatever the current folder is. */
export const projectPath = (...parts: string[]): string => path.join(ROOT, ...parts);
