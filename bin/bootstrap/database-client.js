import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { showStep } from "./progress.js";
import { remedyOf, runCaptured } from "./run-captured.js";

/** Nothing connects to it, but without one the generator asks for an engine of another kind. */
const ADDRESS = "postgres://localhost/unused";

/** @param {string} root */
function fingerprint(root) {
  const hash = createHash("sha256");
  const schema = path.join(root, "prisma/schema");
  for (const name of readdirSync(schema).sort()) {
    hash.update(name).update(readFileSync(path.join(schema, name)));
  }
  return hash
    .update(readFileSync(path.join(root, "node_modules/prisma/package.json")))
    .digest("hex");
}

/**
 * Generates the database client from the schema unless it is there already.
 * @param {string} root
 */
export async function ensureDatabaseClient(root) {
  const mark = path.join(root, "lib/platform/prisma/fingerprint");
  const wanted = fingerprint(root);
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  await showStep("database client", async () => {
    const prisma = path.join(root, "node_modules/prisma/build/index.js");
    const { status, output } = await runCaptured(process.execPath, [prisma, "generate"], {
      cwd: root,
      env: {
        ...process.env,
        DATABASE_URL: ADDRESS,
        PRISMA_HIDE_UPDATE_MESSAGE: "1",
        CHECKPOINT_DISABLE: "1",
      },
    });
    if (status === 0) return writeFileSync(mark, wanted);
    throw Object.assign(new Error(`The database client could not be generated:\n${output}`), {
      remedy: remedyOf(output),
    });
  });
}
