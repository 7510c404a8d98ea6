import { openInstallation } from "@/bin/start/installation";
import { withDatabase } from "@/bin/start/installation-database";

/** Plants in the installation that runs on DATA_DIR, and prints where. */
const planted = await withDatabase(openInstallation(), async () => {
  const { plant } = await import("./plant");
  return plant();
});
process.stdout.write(`${JSON.stringify(planted)}\n`);
