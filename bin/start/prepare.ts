import { readFileSync } from "node:fs";
import path from "node:path";
import { runCaptured } from "../bootstrap/run-captured.js";
import { migrate } from "./database";
import { fingerprint } from "./fingerprint";
import type { Installation } from "./installation";
import { databaseIdentity } from "./installation-database";
import { projectPath } from "./project";
import { StartError } from "./start-error";
import { runStep, type Timings } from "./steps";

const BUILD_INPUTS = [
  ...["app", "components", "lib", "messages", "i18n", "prisma/schema", "public"],
  ...["next.config.js", "postcss.config.js", "proxy.ts", "instrumentation.ts"],
  ...["tsconfig.json", "tsconfig.next.json", "package-lock.json"],
];
const CONTENT_INPUTS = ["content", "lib/content", "lib/challenges", "lib/seasons", "lib/tracks"];

/** The folder of the production build. */
export const buildFolder = () => projectPath(process.env.NEXT_DIST_DIR ?? ".next");

/** Where an installation remembers what was done to its database. */
export const stepsFile = (dataDir: string) => path.join(dataDir, "steps.json");

/** Brings the schema and the content of the database up to date, where either has changed. */
export async function prepareDatabase(
  installation: Installation,
  url: string,
  timings?: Timings,
): Promise<void> {
  const identity = await databaseIdentity(url);
  const record = stepsFile(installation.dataDir);
  const lockfile = JSON.parse(readFileSync(projectPath("package-lock.json"), "utf8"));
  const queue = lockfile.packages["node_modules/graphile-worker"].version;
  await runStep(
    {
      name: "database schema",
      fingerprint: fingerprint(["prisma/migrations"], identity, queue),
      record,
      work: () => migrate(url),
    },
    timings,
  );
  await runStep(
    {
      name: "credential keys",
      fingerprint: fingerprint(["lib/credentials/ensure-signing-keys.ts"], identity),
      record,
      work: async () => {
        const { ensureSigningKeys } = await import("@/lib/credentials/ensure-signing-keys");
        await ensureSigningKeys();
      },
    },
    timings,
  );
  const overlay = installation.settings.CONTENT_DIR;
  await runStep(
    {
      name: "content",
      fingerprint: fingerprint([...CONTENT_INPUTS, ...(overlay ? [overlay] : [])], identity),
      record,
      work: async () => {
        const { seedContent } = await import("@/lib/content/seed");
        const { gateBeforeSeeding } = await import("../grading/gate-before-seeding");
        await gateBeforeSeeding(seedContent);
      },
    },
    timings,
  );
}

/** Makes the production build unless the sources are those of the last one. */
export async function prepareBuild(timings?: Timings): Promise<void> {
  await runStep(
    {
      name: "production build",
      fingerprint: fingerprint(BUILD_INPUTS, process.versions.node.split(".")[0] ?? ""),
      record: path.join(buildFolder(), "touchstone.json"),
      work: async () => {
        const next = projectPath("node_modules/next/dist/bin/next");
        const { status, output } = await runCaptured(process.execPath, [next, "build"], {
          cwd: projectPath(),
          env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
        });
        if (status === 0) return;
        throw new StartError(
          `The production build failed:\n${output}`,
          "Mend what is named above, then start again.",
        );
      },
    },
    timings,
  );
}
