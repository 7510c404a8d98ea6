import { existsSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import path from "node:path";
import { ORGANISATION_SCOPES, SCOPES } from "@/lib/auth/actor";
import { openInstallation } from "../start/installation";
import { withDatabase } from "../start/installation-database";
import { spawnLeashed } from "../start/leash";
import { freePort } from "../start/postgres";
import { projectPath } from "../start/project";
import { pythonFolder } from "../start/python";
import { waitForWeb } from "../supervise/wait-for-web";

type Tokens = {
  /** Of one of its learners, with every scope. */
  token: string;
  /** Of an organisation that he owns, with every scope. */
  organisation: string;
};

/** A fresh installation that runs, and tokens for it. */
export type ContractInstallation = Tokens & { origin: string; stop: () => Promise<void> };

async function makeTokens(): Promise<Tokens> {
  const { db } = await import("@/lib/platform/db");
  const { createToken } = await import("@/lib/tokens/create-token");
  const { createOrganisationToken } = await import("@/lib/organisations/tokens");
  const { id: userId } = await db().user.create({
    data: { email: "contract@example.org", name: "Contract" },
  });
  const actor = { kind: "user", userId, role: "learner", scopes: null } as const;
  // The first that a generator of slugs thinks of, so that it finds something there.
  const slug = "0";
  await db().organisation.create({
    data: {
      ...{ slug, name: "Contract", domainCode: slug, status: "verified" },
      members: { create: { userId, role: "owner" } },
    },
  });
  const asked = { name: "contract", days: 1 };
  const own = await createToken(actor, { ...asked, scopes: SCOPES });
  const works = await createOrganisationToken(actor, slug, {
    ...{ ...asked, scopes: ORGANISATION_SCOPES },
  });
  return { token: own.secret, organisation: works.secret };
}

/** Starts an installation of its own data, with the Python environment and the model that are there. */
export async function startContractInstallation(python: string): Promise<ContractInstallation> {
  const dataDir = projectPath(".data/contract");
  rmSync(dataDir, { recursive: true, force: true });
  mkdirSync(dataDir, { recursive: true });
  symlinkSync(path.resolve(python), pythonFolder(dataDir));
  const models = path.resolve(python, "../models");
  if (existsSync(models)) symlinkSync(models, path.join(dataDir, "models"));
  const port = await freePort();
  Object.assign(process.env, { DATA_DIR: dataDir, DATABASE_URL: "", LOG_LEVEL: "warn" });
  const server = spawnLeashed(projectPath("bin/touchstone"), ["start", "--port", String(port)], {
    cwd: projectPath(),
    env: process.env,
    signal: "TERM",
    onLine: (line) => process.stdout.write(`${line}\n`),
  });
  const gone = new AbortController();
  void server.exited.then(() => gone.abort());
  const origin = `http://127.0.0.1:${port}`;
  await waitForWeb(origin, gone.signal);
  const tokens = await withDatabase(openInstallation({ port }), makeTokens);
  const stop = async () => {
    server.release();
    await server.exited;
  };
  return { origin, ...tokens, stop };
}
