import os from "node:os";
import { withPool } from "@/bin/grading/with-pool";
import { measureModel } from "./kinds/model";
import { measurePredictions } from "./kinds/predictions";
import { measureQuiz } from "./kinds/quiz";
import { measureService } from "./kinds/service";
import { measureTraining } from "./kinds/training";
import { reportFigures } from "./lib/figures";

const [load] = os.loadavg();
process.stdout.write(`${os.release()}, ${os.availableParallelism()} cores, load ${load}\n`);

await withPool(async (pool) => {
  reportFigures([
    ...(await measureTraining(pool)),
    ...(await measureService(pool)),
    ...(await measurePredictions(pool)),
    ...(await measureModel(pool)),
    ...(await measureQuiz()),
  ]);
}, 1);
