import { loadOrientationBank } from "@/lib/content/orientation-bank";
import { bandOf } from "@/lib/measurement/estimate";
import { meanAndSd } from "@/lib/measurement/numeric/density";
import { logistic } from "@/lib/measurement/numeric/logistic";
import { DEFAULT_PARAMETERS } from "@/lib/measurement/parameters";
import { chooseNext } from "@/lib/orientation/choose-next";
import { type Judged, stateOf } from "@/lib/orientation/pillar-state";
import { meanFloor } from "@/lib/quiz/guessing-chance";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import { Errors } from "./errors";
import { SETTINGS } from "./settings";
import { printTable } from "./table";

const LEARNERS = 200;

/** The orientation with its own bank: how long it gets, how exact, and how evenly items are used. */
export async function measureOrientation(): Promise<void> {
  const items = [...(await loadOrientationBank()).items.values()];
  const next = random(SETTINGS.seed + 7);
  const normal = normals(next);
  const { pillarCorrelation: rho, bandMass } = DEFAULT_PARAMETERS;
  const used = new Map<string, number>();
  const lengths: number[] = [];
  const largest: number[] = [];
  const errors = new Errors();
  for (let learner = 0; learner < LEARNERS; learner++) {
    const factor = new Map<string, number>();
    const ability = new Map<string, number>();
    for (const { skill, pillar } of items) {
      if (!factor.has(pillar)) factor.set(pillar, normal());
      const shared = Math.sqrt(rho) * (factor.get(pillar) ?? 0);
      if (!ability.has(skill)) ability.set(skill, shared + Math.sqrt(1 - rho) * normal());
    }
    const judged: Judged[] = [];
    const sitting = { items, before: new Map(), judged, parameters: DEFAULT_PARAMETERS };
    for (;;) {
      const found = chooseNext(sitting, { seed: `learner-${learner}`, met: new Set() });
      if (found.kind === "stop") break;
      const { id: itemId, skill, pillar, difficulty } = found.item;
      const guessing = meanFloor([found.item]);
      const real = difficulty + SETTINGS.difficultyError * normal();
      const a = Math.exp(SETTINGS.logDiscriminationSd * normal());
      const knows = logistic(a * ((ability.get(skill) ?? 0) - real));
      const score = next() < guessing + (1 - guessing) * knows ? 1 : 0;
      judged.push({ itemId, skill, pillar, difficulty, guessing, score });
      used.set(itemId, (used.get(itemId) ?? 0) + 1);
    }
    const state = stateOf(sitting);
    for (const [skill, density] of state.skills) {
      const estimate = { ...meanAndSd(density), band: bandOf(density, bandMass) };
      errors.add(estimate, ability.get(skill) ?? 0);
    }
    lengths.push(judged.length);
    largest.push(Math.max(...Object.values(state.errors)));
  }
  const mean = (list: number[]) => list.reduce((sum, one) => sum + one, 0) / list.length;
  const { bias, rmse, coverage } = errors.accuracy();
  printTable(`The orientation, ${LEARNERS} simulated learners, every skill of the bank:`, [
    [
      "mean length",
      "shortest",
      "largest SE",
      "bias",
      "RMSE",
      "coverage",
      "items used",
      "most used",
    ],
    [
      ...[mean(lengths), Math.min(...lengths), mean(largest), bias, rmse, coverage],
      ...[used.size, Math.max(...used.values()) / LEARNERS],
    ],
  ]);
}
