import { reportFigures } from "./lib/figures";
import { measureAccuracy } from "./measurement/accuracy";
import { measureCalibration } from "./measurement/calibration";
import { measureDif } from "./measurement/dif";
import { measureAgreement } from "./measurement/independent";
import { measureOrientation } from "./measurement/orientation";
import { measurePublished } from "./measurement/published";
import { printSettings } from "./measurement/settings";
import { measureTestlets } from "./measurement/testlets";

printSettings();
const figures = [...measureAccuracy(), ...measureTestlets(), ...measureDif()];
measureCalibration();
await measureOrientation();
figures.push(...(await measurePublished()), ...measureAgreement());
process.stdout.write("\n");
reportFigures(figures);
