import { type ChallengeManifest, isCode } from "@/lib/content/challenge-manifest";
import { type FieldIssue, InputError } from "@/lib/platform/errors";

/** All files of a submission together, in bytes. */
export const FILES_LIMIT = 262_144;

/** Throws InputError unless the challenge takes code, and exactly the challenge's files were given, as reasonable text. */
export function checkFiles(manifest: ChallengeManifest, files: Record<string, string>): void {
  if (!isCode(manifest)) throw new InputError([{ path: "challenge", code: "takes_no_code" }]);
  const issues: FieldIssue[] = [];
  for (const name of manifest.files) {
    if (files[name] === undefined) issues.push({ path: `files.${name}`, code: "file_missing" });
  }
  for (const [name, text] of Object.entries(files)) {
    if (!manifest.files.includes(name)) {
      issues.push({ path: `files.${name}`, code: "file_unexpected" });
    } else if (text.includes("\0")) {
      issues.push({ path: `files.${name}`, code: "file_not_text" });
    } else if (!text.isWellFormed()) {
      issues.push({ path: `files.${name}`, code: "file_not_text" });
    }
  }
  const size = Object.values(files).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (size > FILES_LIMIT) issues.push({ path: "files", code: "files_too_large" });
  if (issues.length > 0) throw new InputError(issues);
}
