import { runMeasurement } from "@/lib/calibration/run-measurement";
import { disconnect } from "@/lib/platform/db";

// A process of its own, so that a long computation holds up no grading. It ends with its worker.
process.stdin.resume().once("end", () => process.exit(1));
await runMeasurement();
await disconnect();
process.exit(0);
