import { add, type Counts, NOTHING } from "./counts";
import { runStage } from "./run-stage";
import type { Stage } from "./stages";

/**
 * Runs the stages that leave a core to another two at a time, those that use all of them after
 * these, one by one. Resolves with what held in all of them together.
 */
export async function runStages(stages: Stage[]): Promise<Counts> {
  const counts: Counts[] = [];
  const beside = stages.filter(({ alone }) => !alone);
  const lane = async () => {
    for (let stage = beside.shift(); stage; stage = beside.shift()) {
      counts.push(await runStage(stage));
    }
  };
  await Promise.all([lane(), lane()]);
  for (const stage of stages.filter(({ alone }) => alone)) counts.push(await runStage(stage));
  return counts.reduce(add, NOTHING);
}
