import { cpSync, readdirSync } from "node:fs";
import path from "node:path";
import { projectPath } from "../start/project";
import { temporaryFolder } from "./probe";

const MADE = ["node_modules", "test-results"];
const GENERATED = projectPath("lib/platform/prisma");

/** A copy of the checkout in which nothing was installed, generated or built yet. */
export function bareCheckout(): string {
  const root = temporaryFolder();
  for (const name of readdirSync(projectPath())) {
    if (MADE.includes(name) || (name.startsWith(".") && name !== ".npmrc")) continue;
    const filter = (source: string) => source !== GENERATED;
    cpSync(projectPath(name), path.join(root, name), { recursive: true, filter });
  }
  return root;
}
