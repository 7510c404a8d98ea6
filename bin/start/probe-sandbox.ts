import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";
import { z } from "zod";
import type { Installation } from "./installation";
import { projectPath } from "./project";
import { pythonFolder } from "./python";
import { StartError } from "./start-error";

const probeSchema = z.object({
  bwrap: z.string(),
  cgroup: z.enum(["v2", "v1", "none"]),
  namespaces: z.array(z.string()),
  seccomp: z.boolean(),
  own_uid: z.boolean(),
  works: z.boolean(),
  error: z.string().optional(),
});

export type SandboxProbe = z.infer<typeof probeSchema>;

/** Starts one real sandbox, as a runner does, and tells what it found. Rejects with StartError. */
export async function probeSandbox(
  installation: Installation,
  bwrap: string,
): Promise<SandboxProbe> {
  const venv = pythonFolder(installation.dataDir);
  const args = ["-m", "touchstone.runner", "--probe", "--venv", venv, "--bwrap", bwrap];
  const child = spawn(`${venv}/bin/python`, args, {
    env: { ...process.env, PYTHONPATH: projectPath("workers/python") },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const failed = new Promise<never>((_, reject) => child.once("error", reject));
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const [found, errors] = await Promise.race([said, failed]);
  const probe = probeSchema.safeParse(JSON.parse(found || "null"));
  if (!probe.success) {
    throw new StartError(
      `The sandbox's runner does not start: ${errors.slice(-300).trim()}`,
      `Remove ${venv} and start again, which installs it anew.`,
    );
  }
  return probe.data;
}
