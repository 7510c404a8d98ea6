import { cpSync } from "node:fs";
import path from "node:path";
import { projectPath } from "../start/project";
import { temporaryFolder } from "./probe";

/** What the command line needs before any package is installed. */
const PARTS = ["bin", "prisma", "package.json", "package-lock.json", ".npmrc", "tsconfig.json"];

/** A copy of the checkout in which nothing was installed yet. */
export function bareCheckout(root = temporaryFolder()): string {
  for (const part of PARTS) {
    cpSync(projectPath(part), path.join(root, part), { recursive: true });
  }
  return root;
}
