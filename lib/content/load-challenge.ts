import path from "node:path";
import {
  type ChallengeManifest,
  type CodeManifest,
  challengeManifest,
  isCode,
  isSandboxed,
  type SandboxedManifest,
} from "./challenge-manifest";
import { ContentError } from "./content-error";
import { contentHash } from "./content-hash";
import { parseYaml } from "./parse-yaml";
import { projectProblems } from "./project-package";
import { parseBank } from "./quiz-bank";
import { readFolder } from "./read-folder";

/** A challenge as its author wrote it: parsed manifest, and every file by path. */
export type ChallengePackage = {
  manifest: ChallengeManifest;
  files: Record<string, string>;
  contentHash: string;
};

/** A challenge whose learners write code. */
export type CodePackage = ChallengePackage & { manifest: CodeManifest };

/** A challenge that is graded in sandboxes. */
export type SandboxedPackage = ChallengePackage & { manifest: SandboxedManifest };

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
  if (isCode(manifest)) problems.push(...starterProblems(manifest, files));
  if (isSandboxed(manifest)) problems.push(...checkerProblems(files));
  if (manifest.kind === "quiz") parseBank(manifest.slug, files);
  if (manifest.kind === "project") problems.push(...projectProblems(manifest, files));
  if (problems.length > 0) throw new ContentError(path.basename(folder), problems);
  return { manifest, files, contentHash: contentHash(files) };
}

const starterProblems = (manifest: CodeManifest, files: Record<string, string>): string[] =>
  manifest.files
    .filter((file) => files[`starter/${file}`] === undefined)
    .map((file) => `starter/${file} is missing`);

function checkerProblems(files: Record<string, string>): string[] {
  const checkers = ["checker.py", "cases.yaml"].filter((file) => files[file] !== undefined);
  return checkers.length === 1 ? [] : ["needs either checker.py or cases.yaml"];
}

/** The package for those who run code. Throws ContentError where there is none to run. */
export function asCode({ manifest, ...content }: ChallengePackage): CodePackage {
  if (isCode(manifest)) return { manifest, ...content };
  throw new ContentError(`${manifest.slug}/challenge.yaml`, [`a ${manifest.kind} takes no code`]);
}

/** The package for those who grade in sandboxes. Throws ContentError where nothing is. */
export function asSandboxed({ manifest, ...content }: ChallengePackage): SandboxedPackage {
  if (isSandboxed(manifest)) return { manifest, ...content };
  throw new ContentError(`${manifest.slug}/challenge.yaml`, [
    `nothing of a ${manifest.kind} runs in a sandbox`,
  ]);
}

/** What learners start from. */
export function starterOf({ manifest, files }: Pick<CodePackage, "manifest" | "files">) {
  return Object.fromEntries(manifest.files.map((file) => [file, files[`starter/${file}`] ?? ""]));
}
