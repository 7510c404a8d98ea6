import { shownLevel } from "@/lib/measurement/estimate";
import { meanAndSd } from "@/lib/measurement/numeric/density";
import type { Db } from "@/lib/platform/db";
import { drawItem } from "@/lib/quiz/draw-form";
import { meanFloor } from "@/lib/quiz/guessing-chance";
import type { Attempt } from "./attempt-row";
import { chooseNext, type Next } from "./choose-next";
import { knownBank } from "./known-bank";
import { parametersOf } from "./parameters-of";
import { type Sitting, stateOf } from "./pillar-state";
import { QUESTION_MS } from "./rules";

/** Asks the next question, or says why there is none. The row is written before anybody sees it. */
export async function askNext(
  tx: Db,
  attempt: Attempt,
  now: Date,
): Promise<Extract<Next, { kind: "stop" }>["why"] | null> {
  const { id, userId, seed, deadlineAt, answers } = attempt;
  const [bank, parameters, met] = await Promise.all([
    knownBank(),
    parametersOf(tx, attempt.modelId),
    tx.orientationAnswer.findMany({
      where: { attempt: { userId, id: { not: id } } },
      select: { itemId: true },
      distinct: ["itemId"],
    }),
  ]);
  const sitting: Sitting = {
    items: [...bank.items.values()],
    before: new Map(Object.entries(attempt.before)),
    judged: answers.map(({ itemId, skillSlug, pillar, difficulty, guessing, score }) => ({
      ...{ itemId, skill: skillSlug, pillar, difficulty, guessing, score: score ?? 0 },
    })),
    parameters,
  };
  const next = chooseNext(sitting, { seed, met: new Set(met.map(({ itemId }) => itemId)) });
  if (next.kind === "stop") return next.why;
  const { item, reason } = next;
  await tx.orientationAnswer.create({
    data: {
      attemptId: id,
      position: answers.length + 1,
      itemId: item.id,
      skillSlug: item.skill,
      pillar: item.pillar,
      difficulty: item.difficulty,
      guessing: meanFloor([item]),
      item,
      drawn: drawItem(item, seed),
      reason: inPoints(reason, sitting),
      askedAt: now,
      dueAt: new Date(Math.min(now.getTime() + QUESTION_MS, deadlineAt.getTime())),
    },
  });
  return null;
}

/** Widths as they are shown, around where the skill is believed to be. */
function inPoints(
  { skill, from, to }: { skill: string; from: number; to: number },
  sitting: Sitting,
) {
  const density = stateOf(sitting).skills.get(skill);
  const { mean } = density ? meanAndSd(density) : sitting.parameters.prior;
  const width = (logits: number) => shownLevel(mean + logits / 2) - shownLevel(mean - logits / 2);
  return { skill, from: width(from), to: width(to) };
}
