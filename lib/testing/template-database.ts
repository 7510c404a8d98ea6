import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { TestProject } from "vitest/node";
import { ensureDatabase, migrate } from "@/bin/start/database";
import { startPostgres } from "@/bin/start/postgres";
import { postgresHome } from "@/bin/start/postgres-home";
import { dataPath } from "@/lib/platform/env";

declare module "vitest" {
  interface ProvidedContext {
    /** Address of the throw-away server. */
    serverUrl: string;
  }
}

const FORGETFUL = {
  fsync: "off",
  synchronous_commit: "off",
  full_page_writes: "off",
  max_connections: "200",
};

/** Starts a throw-away Postgres with a migrated template; each test file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), "touchstone-test-"));
  chmodSync(folder, 0o755);
  const home = postgresHome(dataPath("python"), path.join(folder, "postgres"));
  const server = await startPostgres(home, {
    password: randomBytes(16).toString("hex"),
    settings: FORGETFUL,
  });
  const teardown = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
    rmSync(home.folder, { recursive: true, force: true });
  };
  try {
    await ensureDatabase(server.urlOf("postgres"), "template_touchstone");
    await migrate(server.urlOf("template_touchstone"));
  } catch (error) {
    await teardown();
    throw error;
  }
  project.provide("serverUrl", server.urlOf("postgres"));
  return teardown;
}
