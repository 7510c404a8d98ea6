import { indexCandidate } from "../matching/index-candidate";
import type { Task } from "./task";

/** Makes what a candidate is matched by anew; again does nothing. */
export const indexCandidateTask: Task<"index-candidate"> = {
  name: "index-candidate",
  handle: ({ userId }) => indexCandidate(userId),
};
