import { rankCandidates } from "../matching/rank-candidates";
import type { Task } from "./task";

/** Ranks whoever may be found; one that is ranked already stays as it is. */
export const rankCandidatesTask: Task<"rank-candidates"> = {
  name: "rank-candidates",
  handle: ({ rankingId }) => rankCandidates(rankingId),
};
