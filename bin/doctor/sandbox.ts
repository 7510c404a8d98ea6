import { existsSync } from "node:fs";
import { controlGroupsRemedy } from "@/workers/grading/weak-sandbox";
import type { Installation } from "../start/installation";
import { probeSandbox, type SandboxProbe } from "../start/probe-sandbox";
import { pythonFolder } from "../start/python";
import { findSandbox } from "../start/sandbox";
import { brokenBy, type Finding } from "./finding";

const NAME = "sandbox";

/** Starts one real sandbox and says how strong it is. */
export async function checkSandbox(installation: Installation): Promise<Finding> {
  try {
    return await checkStrength(installation, findSandbox(installation));
  } catch (error) {
    return brokenBy(NAME, error);
  }
}

async function checkStrength(
  installation: Installation,
  bwrap: string | undefined,
): Promise<Finding> {
  if (!bwrap) {
    const remedy = "Run: sudo apt install bubblewrap (or start once, which installs it)";
    return { name: NAME, state: "bad", found: "bubblewrap is missing", remedy };
  }
  if (!existsSync(`${pythonFolder(installation.dataDir)}/bin/python`)) {
    const remedy = "Run npm start once";
    return { name: NAME, state: "note", found: "the Python environment is not made yet", remedy };
  }
  const { SANDBOX_ALLOW_WEAK } = installation.settings;
  try {
    return judge(await probeSandbox(installation, bwrap), SANDBOX_ALLOW_WEAK);
  } catch (error) {
    return { name: NAME, state: "bad", found: (error as Error).message };
  }
}

function judge(probe: SandboxProbe, acceptWeak: boolean): Finding {
  const { bwrap, cgroup, namespaces, seccomp, own_uid, works, error } = probe;
  if (!works) {
    const remedy = "Allow unprivileged user namespaces, or run the worker as root";
    return { name: NAME, state: "bad", found: error ?? "does not start", remedy };
  }
  const parts = [
    bwrap,
    cgroup === "none" ? "no control groups" : `control groups ${cgroup}`,
    `namespaces ${namespaces.join(" ")}`,
    `seccomp ${seccomp ? "on" : "off"}`,
    ...(own_uid ? ["a user of its own"] : []),
  ];
  const found = parts.join(", ");
  if (cgroup === "none") {
    const state = acceptWeak ? "note" : "bad";
    return { name: NAME, state, found, remedy: controlGroupsRemedy() };
  }
  return { name: NAME, state: seccomp ? "ok" : "note", found };
}
