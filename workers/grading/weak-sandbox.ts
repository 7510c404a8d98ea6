import { existsSync } from "node:fs";

/** What is amiss where runners have no control groups. */
export const WEAK_SANDBOX =
  "This machine gives the sandbox no control groups: what submissions use is sampled, not enforced.";

/** What to do about it on this machine. */
export function controlGroupsRemedy(): string {
  if (process.getuid?.() === 0) {
    return "Make /sys/fs/cgroup writable: a container needs it mounted so (docker run --privileged)";
  }
  if (existsSync("/run/systemd/system") && existsSync("/sys/fs/cgroup/cgroup.controllers")) {
    return "Let this user's systemd manager run (loginctl enable-linger), or set Delegate=yes in the service's unit, or run it as root";
  }
  return "Run it as root, or give this user a cgroup (version 2) to write";
}

/** A worker of a production installation that must not grade on this machine. */
export class WeakSandbox extends Error {
  override readonly name = "WeakSandbox";

  constructor() {
    super(WEAK_SANDBOX);
  }

  readonly remedy =
    `${controlGroupsRemedy()}; or set SANDBOX_ALLOW_WEAK=true to grade all the same.`;
}
