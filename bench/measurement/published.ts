import { logistic } from "@/lib/measurement/numeric/logistic";
import { LEVELS, type Level, DEFAULT_PARAMETERS as PARAMETERS } from "@/lib/measurement/parameters";
import {
  type PublishedItem,
  type PublishedSkill,
  type ReachableSkill,
  reachableSkills,
} from "@/lib/measurement/reachable-skills";
import { normals } from "@/lib/testing/normals";
import { random } from "@/lib/testing/random";
import type { Figure } from "../lib/figures";
import { publishedItems, publishedSkills } from "./published-bank";
import { SETTINGS } from "./settings";
import { correlatedCases } from "./simulated-bank";
import { printTable } from "./table";

const ROUNDS = 150;
/** A credential is offered from so many independent items' worth of evidence on. */
const LEAST_WORTH = 1;
const NOVICE = { at: "the typical novice", theta: -1.6 };

const expectedScore = (item: PublishedItem, theta: number) =>
  item.guessing + (1 - item.guessing) * logistic(theta - item.difficulty);

/** The ability of one who has 70 % of what is published right. */
function typicalProficient(bank: PublishedItem[]): number {
  const share = (theta: number) =>
    bank.reduce((sum, item) => sum + expectedScore(item, theta), 0) / bank.length;
  let theta = -4;
  while (share(theta) < 0.7) theta += 0.01;
  return theta;
}

const reaches = (level: Level) => (one: ReachableSkill | undefined) =>
  one?.level !== undefined && LEVELS.indexOf(one.level) >= LEVELS.indexOf(level);
const isProficient = reaches("proficient");
const worthOf = ({ estimate }: ReachableSkill) =>
  estimate.contributions.reduce((sum, { worth }) => sum + worth, 0);

/** What is published: which skills it can show, and whom it would show for what he is not. */
export async function measurePublished(): Promise<Figure[]> {
  const [bank, skills] = [await publishedItems(), await publishedSkills()];
  const theta = typicalProficient(bank);
  const perfect = reachableSkills(bank, skills, PARAMETERS);
  const typical = reachableSkills(bank, skills, PARAMETERS, {
    score: (item) => expectedScore(item, theta),
  });
  const offered = perfect.map(
    (one, index) =>
      isProficient(one) && worthOf(one) >= LEAST_WORTH && isProficient(typical[index]),
  );
  printReach(perfect, typical, offered, theta);
  const proficient = awards(bank, skills, offered, () => theta);
  const novice = awards(bank, skills, offered, () => NOVICE.theta);
  const border = awards(bank, skills, offered, () => PARAMETERS.cuts.proficient - 1e-9);
  printTable(
    `Awards at P ≥ 0.9 on the ${offered.filter(Boolean).length} skills offered, drawn answers`,
    [
      ["learner", "ability", "working", "proficient", "any of them proficient"],
      ["typical proficient", theta, proficient.working, proficient.proficient, proficient.any],
      [
        "at the proficient cut",
        PARAMETERS.cuts.proficient,
        border.working,
        border.proficient,
        border.any,
      ],
      ["typical novice", NOVICE.theta, novice.working, novice.proficient, novice.any],
    ],
  );
  const share = (name: string, value: number, reach?: number): Figure => ({
    name,
    value,
    unit: "share",
    ...(reach === undefined ? { better: "higher" } : { reach, better: "lower" }),
  });
  return [
    {
      name: "skills offered as proficient",
      value: offered.filter(Boolean).length,
      unit: "skills",
      better: "higher",
    },
    share("false awards, novice, working", novice.working, 0.05),
    share("false awards, novice, any proficient", novice.any, 0.05),
    share("false awards, at the cut, proficient", border.proficient, 0.05),
    share("typical proficient, awarded at first attempts", proficient.proficient),
  ];
}

function printReach(
  perfect: ReachableSkill[],
  typical: ReachableSkill[],
  offered: boolean[],
  theta: number,
) {
  const rows = perfect.map((one, index) => {
    const other = typical[index] as ReachableSkill;
    return [
      one.skill,
      one.items,
      worthOf(one),
      one.estimate.above.proficient,
      other.estimate.above.proficient,
      offered[index] ? "yes" : one.items === 0 ? "no evidence" : "no",
    ];
  });
  printTable(
    `The bank as published: P(proficient) of who has all right, and of a typical one (${theta.toFixed(2)}, 70 % right)`,
    [["skill", "items", "worth", "all right", "typical", "offered"], ...rows],
  );
}

/** Share of skills, and of learners, that are awarded; answers drawn with the model's own scatter. */
function awards(
  bank: PublishedItem[],
  skills: PublishedSkill[],
  offered: boolean[],
  abilityOf: () => number,
) {
  const next = random(SETTINGS.seed + 3);
  const normal = normals(next);
  const { icc, authorPrior } = PARAMETERS;
  let [working, proficient, any] = [0, 0, 0];
  for (let round = 0; round < ROUNDS; round++) {
    const theta = abilityOf();
    const found = reachableSkills(bank, skills, PARAMETERS, {
      score: (item) => {
        const a = Math.exp(SETTINGS.logDiscriminationSd * normal());
        const b = item.difficulty + authorPrior.difficultyError * normal();
        const knows = logistic(a * (theta - b));
        return correlatedCases(item.guessing + (1 - item.guessing) * knows, item.count, icc, next);
      },
    }).filter((_, index) => offered[index]);
    working += found.filter(reaches("working")).length;
    proficient += found.filter(isProficient).length;
    if (found.some(isProficient)) any += 1;
  }
  const total = ROUNDS * offered.filter(Boolean).length;
  return { working: working / total, proficient: proficient / total, any: any / ROUNDS };
}
