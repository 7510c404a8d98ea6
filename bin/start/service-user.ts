import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { StartError } from "./start-error";

export type ServiceUser = { uid: number; gid: number };

const NAME = "touchstone-pg";

function findUser(): ServiceUser | undefined {
  const line = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .find((entry) => entry.startsWith(`${NAME}:`));
  if (!line) return undefined;
  const [, , uid, gid] = line.split(":");
  return { uid: Number(uid), gid: Number(gid) };
}

const WAYS_TO_ADD: [string, string[]][] = [
  ["useradd", ["--system", "--no-create-home", "--home-dir", "/nonexistent", "--user-group", NAME]],
  ["adduser", ["-S", "-D", "-H", NAME]],
];

/**
 * The unprivileged user that Postgres runs under, made when this process is root; undefined
 * otherwise, since Postgres then runs as whoever started it.
 */
export function serviceUser(): ServiceUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = findUser();
  if (known) return known;
  for (const [command, args] of WAYS_TO_ADD) spawnSync(command, args, { stdio: "ignore" });
  const made = findUser();
  if (made) return made;
  throw new StartError(
    "Postgres refuses to run as root, and a user for it could not be made.",
    `Create one (useradd --system ${NAME}), start as another user, or set DATABASE_URL.`,
  );
}
