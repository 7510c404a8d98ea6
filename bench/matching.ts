import { openInstallation } from "@/bin/start/installation";
import { ensureEmbeddingModel } from "@/bin/start/embedding-model";
import { ensurePython } from "@/bin/start/python";
import { reportFigures } from "./lib/figures";
import { chooseWeights } from "./matching/choose-weights";
import { indexSet } from "./matching/indexed-set";
import { writtenSet } from "./matching/written-set";

const installation = openInstallation();
await ensurePython(installation);
await ensureEmbeddingModel(installation);
const set = await indexSet(writtenSet());
if (process.argv.includes("--choose")) chooseWeights(set);
else reportFigures([]);
