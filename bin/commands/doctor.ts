import type { Command } from "commander";
import { type Finding, findingLine } from "../doctor/finding";
import { checkGpu } from "../doctor/gpu";
import { checkDisk, checkNode, checkPython } from "../doctor/machine";
import { checkSandbox } from "../doctor/sandbox";
import { checkAddress, checkMail, checkModel, checkPostgres } from "../doctor/services";
import { openInstallation } from "../start/installation";

export function register(program: Command) {
  program
    .command("doctor")
    .description("check the machine and the settings, one line each with the remedy")
    .option("--json", "print JSON")
    .action(async ({ json = false }: { json?: boolean }) => {
      // Settings that cannot be read end here, with a line for each.
      const installation = openInstallation();
      const settings = { name: "settings", state: "ok", found: "readable" } as const;
      const findings: Finding[] = [
        checkNode(),
        checkPython(installation.settings.PYTHON),
        await checkSandbox(installation),
        await checkGpu(installation),
        await checkPostgres(installation),
        checkDisk(installation.dataDir),
        checkMail(installation),
        checkAddress(installation),
        checkModel(),
        settings,
      ];
      const text = json ? JSON.stringify(findings) : findings.map(findingLine).join("\n");
      process.stdout.write(`${text}\n`);
      if (findings.some((finding) => finding.state === "bad")) process.exitCode = 1;
    });
}
