import { reportFigures } from "./lib/figures";
import { measureAccuracy } from "./measurement/accuracy";
import { printSettings } from "./measurement/settings";

printSettings();
const figures = [...measureAccuracy()];
process.stdout.write("\n");
reportFigures(figures);
