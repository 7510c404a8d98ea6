import os from "node:os";
import { openInstallation } from "@/bin/start/installation";
import { withDatabase } from "@/bin/start/installation-database";
import { reportFigures } from "./lib/figures";
import { startInstallation, withDataFolder } from "./lib/running-installation";

const [load] = os.loadavg();
process.stdout.write(`${os.release()}, ${os.availableParallelism()} cores, load ${load}\n`);

await withDataFolder(async (dataDir) => {
  const { origin, stop } = await startInstallation(dataDir, { LOG_LEVEL: "error" });
  try {
    process.env.DATA_DIR = dataDir;
    await withDatabase(openInstallation(), async () => {
      // Reads its settings when it is loaded: after the installation is known.
      const { measureGrading } = await import("./grading/measure");
      reportFigures(await measureGrading(origin, dataDir));
    });
  } finally {
    await stop();
  }
});
