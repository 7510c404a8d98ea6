import type { Rubric } from "@/lib/content/project-fields";
import type { Levels } from "@/lib/content/project-package";
import { combineMarks, shareOfLevels } from "./combine-marks";

/** A marker whose whole mark lies further than one level of five from what all make of the piece. */
const FAR = 0.25;

/** Which of the peers' markings lie apart, by their place. */
export function findOutliers(rubric: Rubric, peers: Levels[], staff: Levels): number[] {
  const { share } = combineMarks(rubric, peers.length, { peers, staff });
  return peers.flatMap((levels, place) =>
    Math.abs(shareOfLevels(rubric, levels) - share) > FAR + 1e-9 ? [place] : [],
  );
}
