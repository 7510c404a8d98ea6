import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { LEASH } from "../bootstrap/leash-script.js";

export type Leashed = {
  process: ChildProcess;
  /** The exit status, or 128 + signal; -1 when it could not be started. */
  exited: Promise<number>;
  /** Asks the child to end by its signal. */
  release(): void;
  /** Kills the child and everything in its process group. */
  kill(): void;
};

export type LeashOptions = Pick<SpawnOptions, "cwd" | "env" | "uid" | "gid"> & {
  signal: "INT" | "TERM" | "QUIT";
  onLine?: (line: string) => void;
};

/** Calls `onLine` for every whole line of a stream. */
function splitLines(stream: NodeJS.ReadableStream | null, onLine: (line: string) => void) {
  let rest = "";
  stream?.setEncoding("utf8");
  stream?.on("data", (chunk: string) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines) onLine(line);
  });
  stream?.on("end", () => rest && onLine(rest));
}

/** Starts a child in a process group of its own that ends when this process does. */
export function spawnLeashed(command: string, args: string[], options: LeashOptions): Leashed {
  const { signal, onLine = () => undefined, ...spawnOptions } = options;
  const child = spawn("/bin/sh", ["-c", LEASH, "leash", signal, command, ...args], {
    ...spawnOptions,
    detached: true,
    stdio: ["pipe", "pipe", "pipe"],
  });
  child.stdin?.on("error", () => undefined);
  splitLines(child.stdout, onLine);
  splitLines(child.stderr, onLine);
  const exited = new Promise<number>((resolve) => {
    child.once("error", () => resolve(-1));
    child.once("exit", (code) => resolve(code ?? -1));
  });
  return {
    process: child,
    exited,
    release: () => void child.stdin?.end(),
    kill: () => killGroup(child.pid),
  };
}

function killGroup(pid: number | undefined) {
  if (!pid) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
