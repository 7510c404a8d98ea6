import { ORIENTATION_PILLARS, type OrientationItem } from "@/lib/content/orientation-bank";
import type { Candidate } from "@/lib/measurement/adaptive/candidate";
import { bestItems, type Reason } from "@/lib/measurement/adaptive/next-item";
import { type Stop, stopReason } from "@/lib/measurement/adaptive/stop";
import { authorPrior } from "@/lib/measurement/author-prior";
import { meanFloor } from "@/lib/quiz/guessing-chance";
import { RandomStream } from "@/lib/quiz/random-stream";
import { type Sitting, stateOf } from "./pillar-state";
import { AMONG_BEST, DRAWN_SHARE, LEAST_QUESTIONS, STOP } from "./rules";

type Choice = {
  /** Names the attempt's own stream of chance. */
  seed: string;
  /** Items that this person met in attempts before. */
  met: ReadonlySet<string>;
};

export type Next =
  | { kind: "ask"; item: OrientationItem; reason: Pick<Reason, "skill" | "from" | "to"> }
  | { kind: "stop"; why: Stop["code"] | "exhausted" };

const EVEN = new Map(ORIENTATION_PILLARS.map((pillar) => [pillar, 1 / ORIENTATION_PILLARS.length]));

/**
 * What to ask next, or why to stop. Pure: bank, answers and seed give the same choice always.
 * Pillars take turns; within one, of the attempt's part of the bank, skills that were asked about
 * least come first, and among their items one of the few that tell most.
 */
export function chooseNext(sitting: Sitting, { seed, met }: Choice): Next {
  const { items, judged, parameters } = sitting;
  const { skills, errors } = stateOf(sitting);
  const stop = stopReason(judged.length, Object.values(errors), STOP);
  if (stop?.code === "length" || (stop && judged.length >= LEAST_QUESTIONS)) {
    return { kind: "stop", why: stop.code };
  }
  const done = new Set(judged.map(({ itemId }) => itemId));
  const candidates = ORIENTATION_PILLARS.flatMap((pillar) => {
    const open = items.filter((item) => item.pillar === pillar && !done.has(item.id));
    const fresh = open.filter(({ id }) => !met.has(id));
    const drawn = fresh.filter(({ id }) => isDrawn(seed, id));
    const left = [drawn, fresh].find((some) => some.length > 0) ?? open;
    return leastAsked(left, judged);
  }).map(
    (item): Candidate => ({
      id: item.id,
      item: authorPrior(item.difficulty, meanFloor([item]), parameters),
      count: 1,
      skills: [{ skill: item.skill, load: 1 }],
      group: item.pillar,
      prerequisites: [],
    }),
  );
  const groups = new Map<string, number>();
  for (const { pillar } of judged) groups.set(pillar, (groups.get(pillar) ?? 0) + 1);
  const state = { skills, done, passed: done, groups };
  const best = bestItems(candidates, state, parameters, AMONG_BEST, EVEN);
  const random = new RandomStream(seed, `choice:${judged.length}`);
  const found = best.length > 0 ? best[random.below(best.length)] : undefined;
  const item = items.find(({ id }) => id === found?.id);
  if (!found || !item) return { kind: "stop", why: "exhausted" };
  const { skill, from, to } = found.reason;
  return { kind: "ask", item, reason: { skill, from, to } };
}

/**
 * Whether the attempt's part of the bank has the item. What is not eligible for half of the learners is
 * asked of no more than the other half (item eligibility: van der Linden & Veldkamp, Constraining item
 * exposure in computerized adaptive testing with shadow tests, Journal of Educational and Behavioral
 * Statistics 29, 2004, here with one probability for all items).
 */
const isDrawn = (seed: string, id: string) =>
  new RandomStream(seed, `drawn:${id}`).below(1000) < 1000 * DRAWN_SHARE;

function leastAsked(items: OrientationItem[], judged: Sitting["judged"]): OrientationItem[] {
  const asked = (skill: string) => judged.filter((one) => one.skill === skill).length;
  const least = Math.min(...items.map(({ skill }) => asked(skill)));
  return items.filter(({ skill }) => asked(skill) === least);
}
