import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { z } from "zod";
import type { Installation } from "../start/installation";
import { projectPath } from "../start/project";
import { pythonFolder } from "../start/python";
import { findSandbox } from "../start/sandbox";
import { brokenBy, type Finding } from "./finding";

const probeSchema = z.object({
  bwrap: z.string(),
  cgroup: z.enum(["v2", "v1", "none"]),
  namespaces: z.array(z.string()),
  seccomp: z.boolean(),
  own_uid: z.boolean(),
  works: z.boolean(),
  error: z.string().optional(),
});

const NAME = "sandbox";

/** Starts one real sandbox and says how strong it is. */
export function checkSandbox(installation: Installation): Finding {
  try {
    return probeSandbox(installation, findSandbox(installation));
  } catch (error) {
    return brokenBy(NAME, error);
  }
}

function probeSandbox(installation: Installation, bwrap: string | undefined): Finding {
  if (!bwrap) {
    const remedy = "Run: sudo apt install bubblewrap (or start once, which installs it)";
    return { name: NAME, state: "bad", found: "bubblewrap is missing", remedy };
  }
  const venv = pythonFolder(installation.dataDir);
  const python = `${venv}/bin/python`;
  if (!existsSync(python)) {
    const remedy = "Run npm start once";
    return { name: NAME, state: "note", found: "the Python environment is not made yet", remedy };
  }
  const args = ["-m", "touchstone.runner", "--probe", "--venv", venv, "--bwrap", bwrap];
  const env = { ...process.env, PYTHONPATH: projectPath("workers/python") };
  const { stdout, stderr } = spawnSync(python, args, { env, encoding: "utf8" });
  const probe = probeSchema.safeParse(JSON.parse(stdout || "null"));
  if (!probe.success) return { name: NAME, state: "bad", found: stderr.slice(-300).trim() };
  const { cgroup, namespaces, seccomp, own_uid, works, error } = probe.data;
  if (!works) {
    const remedy = "Allow unprivileged user namespaces, or run the worker as root";
    return { name: NAME, state: "bad", found: error ?? "does not start", remedy };
  }
  const parts = [
    probe.data.bwrap,
    `cgroup ${cgroup}`,
    `namespaces ${namespaces.join(" ")}`,
    `seccomp ${seccomp ? "on" : "off"}`,
    ...(own_uid ? ["a user of its own"] : []),
  ];
  const found = parts.join(", ");
  if (cgroup !== "none" && seccomp) return { name: NAME, state: "ok", found };
  const remedy = "Delegate a cgroup (version 2) to this user, or run the worker as root";
  return { name: NAME, state: "note", found, remedy };
}
