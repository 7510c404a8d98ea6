import type { AnyDeclaration } from "../_declare/route-declaration";
import * as attempts from "./attempts";
import * as challenges from "./challenges";
import * as hiring from "./hiring";
import * as me from "./me";
import * as models from "./models";
import * as openings from "./openings";
import * as organisations from "./organisations";
import * as orientation from "./orientation";
import * as projects from "./projects";
import * as runs from "./runs";
import * as seasons from "./seasons";
import * as submissions from "./submissions";
import * as tracks from "./tracks";

/** Every operation of /api/v1. */
export const DECLARATIONS: AnyDeclaration[] = [
  ...Object.values(submissions),
  ...Object.values(runs),
  ...Object.values(challenges),
  ...Object.values(attempts),
  ...Object.values(orientation),
  ...Object.values(seasons),
  ...Object.values(models),
  ...Object.values(projects),
  ...Object.values(tracks),
  ...Object.values(me),
  ...Object.values(organisations),
  ...Object.values(openings),
  ...Object.values(hiring),
];
