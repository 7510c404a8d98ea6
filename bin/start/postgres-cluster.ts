import { chownSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { runCaptured } from "../bootstrap/run-captured.js";
import type { PostgresHome } from "./postgres-home";
import { StartError } from "./start-error";

export const SUPERUSER = "postgres";

/** Removes what a killed start left; its last child may still be writing there for a moment. */
function clearInterrupted(folder: string) {
  for (const name of readdirSync(folder)) {
    if (!/^(data|password)\.new/.test(name)) continue;
    rmSync(path.join(folder, name), { recursive: true, force: true, maxRetries: 10 });
  }
}

/** Makes the cluster beside its place and moves it there when it is whole. Throws StartError. */
export async function initialiseCluster(home: PostgresHome, password: string): Promise<void> {
  clearInterrupted(home.folder);
  const draft = `${home.data}.new-${process.pid}`;
  const passwordFile = path.join(home.folder, `password.new-${process.pid}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (home.user) chownSync(passwordFile, home.user.uid, home.user.gid);
  const { status, output } = await runCaptured(
    path.join(home.bin, "initdb"),
    [
      ...["--pgdata", draft, "--username", SUPERUSER, "--pwfile", passwordFile],
      ...["--auth", "scram-sha-256", "--encoding", "UTF8", "--no-sync"],
      ...["--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--locale", "C"],
    ],
    { ...home.user, cwd: home.folder },
  );
  rmSync(passwordFile, { force: true });
  if (status !== 0) {
    rmSync(draft, { recursive: true, force: true });
    throw new StartError(
      `The database could not be initialised: ${output}`,
      `Free space or permissions in ${home.folder}, then start again.`,
    );
  }
  renameSync(draft, home.data);
}
