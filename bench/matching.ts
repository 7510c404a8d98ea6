import { ensureEmbeddingModel } from "@/bin/start/embedding-model";
import { openInstallation } from "@/bin/start/installation";
import { ensurePython } from "@/bin/start/python";
import { reportFigures } from "./lib/figures";
import { chooseWeights } from "./matching/choose-weights";
import { indexSet } from "./matching/indexed-set";
import { measureSpeed } from "./matching/measure-speed";
import { reportReference } from "./matching/reference-report";
import { report } from "./matching/report";
import { writtenSet } from "./matching/written-set";

const installation = openInstallation();
await ensurePython(installation);
await ensureEmbeddingModel(installation);
const set = await indexSet(writtenSet());
if (process.argv.includes("--choose")) chooseWeights(set);
else if (process.argv.includes("--reference")) reportReference(set);
else if (process.argv.includes("--development")) report(set, "development");
else
  reportFigures([
    ...report(set, "test"),
    await measureSpeed(set.texts.map(({ read }) => read.text)),
  ]);
