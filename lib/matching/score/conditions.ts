import type { Condition } from "./match-request";
import type { Population } from "./population";
import { prepareSkills, skillScore } from "./skill-score";

/**
 * Whether the person of a row meets a condition. A skill is met when it is more likely than not
 * proven.
 */
export function testOf({ facts, skills }: Population, condition: Condition) {
  switch (condition.kind) {
    case "country":
      return facts.reaches(condition.country);
    case "work_place":
      return facts.worksAt(condition.places);
    case "language":
      return facts.speaks(condition);
    case "availability":
      return facts.isAvailableBy(condition.atLatest);
    case "experience": {
      const { experience } = facts;
      return (row: number) => (experience[row] as number) >= condition.months;
    }
    case "skill": {
      const alone = prepareSkills(skills, [{ ...condition, weight: 1, must: false }]);
      return (row: number) => skillScore(alone, row) >= 0.5;
    }
  }
}
