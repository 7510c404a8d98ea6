import path from "node:path";
import { ContentError } from "./content-error";
import { contentHash } from "./content-hash";
import { parseYaml } from "./parse-yaml";
import { readFolder } from "./read-folder";
import { type ChallengeManifest, challengeManifest } from "./schemas";

/** A challenge as its author wrote it: parsed manifest, and every file by path. */
export type ChallengePackage = {
  manifest: ChallengeManifest;
  files: Record<string, string>;
  contentHash: string;
};

const REQUIRED = ["statement.en.md", "statement.zh.md"];

/** Reads and checks a package's folder. Throws ContentError. */
export async function loadChallenge(folder: string): Promise<ChallengePackage> {
  const files = await readFolder(folder);
  const yaml = files["challenge.yaml"];
  if (yaml === undefined) throw new ContentError(folder, ["has no challenge.yaml"]);
  const name = path.join(path.basename(folder), "challenge.yaml");
  const manifest = parseYaml(name, yaml, challengeManifest);
  const problems = REQUIRED.filter((file) => !files[file]?.trim()).map(
    (file) => `${file} is missing`,
  );
  for (const file of manifest.files) {
    if (files[`starter/${file}`] === undefined) problems.push(`starter/${file} is missing`);
  }
  const checkers = ["checker.py", "cases.yaml"].filter((file) => files[file] !== undefined);
  if (checkers.length !== 1) problems.push("needs either checker.py or cases.yaml");
  if (problems.length > 0) throw new ContentError(path.basename(folder), problems);
  return { manifest, files, contentHash: contentHash(files) };
}

/** What learners start from. */
export function starterOf({ manifest, files }: Pick<ChallengePackage, "manifest" | "files">) {
  return Object.fromEntries(manifest.files.map((file) => [file, files[`starter/${file}`] ?? ""]));
}
