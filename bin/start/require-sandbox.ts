import { WEAK_SANDBOX, WeakSandbox } from "@/workers/grading/weak-sandbox";
import type { Installation } from "./installation";
import { probeSandbox } from "./probe-sandbox";
import { StartError } from "./start-error";

const NAMESPACES_REMEDY =
  "Allow unprivileged user namespaces on this machine, or run it as root; bin/touchstone doctor tells more.";

/**
 * Ends a start whose worker could not grade: no sandbox at all, or in production one that does not
 * enforce its limits, unless the settings allow that. Throws StartError.
 */
export async function requireSandbox(
  installation: Installation,
  bwrap: string,
  production: boolean,
): Promise<void> {
  const { cgroup, works, error } = await probeSandbox(installation, bwrap);
  if (!works) throw new StartError(`The sandbox does not start: ${error}`, NAMESPACES_REMEDY);
  if (!production || cgroup !== "none" || installation.settings.SANDBOX_ALLOW_WEAK) return;
  throw new StartError(WEAK_SANDBOX, new WeakSandbox().remedy);
}
