import type { ProjectManifest } from "@/lib/content/challenge-manifest";
import { TOP_LEVEL } from "@/lib/content/project-fields";
import type { CaseEvent, RunnerEvent } from "@/lib/grading/events";
import { combineMarks, type Markings } from "./combine-marks";
import { withShare } from "./share-factor";

const NOTHING_USED = { wall_ms: 0, learner_wall_ms: 0, cpu_ms: 0, peak_memory_mb: 0 };

/** Points of a criterion are hundredths of the whole. */
const POINTS = 100;

/**
 * What a piece's marks are worth to a member, as the evidence that any grading leaves: a case for
 * every criterion.
 * @param factor the member's part of the team's work, 1 where he works alone
 */
export function judgePiece(
  manifest: Pick<ProjectManifest, "rubric" | "review" | "team" | "pass">,
  markings: Markings,
  factor: number,
): RunnerEvent[] {
  const { rubric, review, team, pass } = manifest;
  const { criteria } = combineMarks(rubric, review.peers, markings);
  const cases = criteria.map(({ slug, weight, levels, mean }, index): CaseEvent => {
    const level = withShare(mean, factor, team?.share_weight ?? 0, TOP_LEVEL);
    const title = rubric[index]?.title ?? { en: slug, zh: slug };
    return {
      event: "case",
      name: slug,
      title,
      visible: false,
      points: POINTS * weight,
      index,
      outcome: level >= pass * TOP_LEVEL ? "passed" : "failed",
      earned: (POINTS * weight * level) / TOP_LEVEL,
      message: {
        code: "project.marks",
        params: { levels: levels.join(", "), mean, factor },
      },
      ms: 0,
      cpu_ms: 0,
    };
  });
  const planned = cases.map(({ name, title, visible, points }) => ({
    name,
    title,
    visible,
    points,
  }));
  return [
    { event: "plan", cases: planned },
    ...cases,
    { event: "finished", status: "graded", usage: NOTHING_USED },
  ];
}
