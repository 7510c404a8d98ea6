import { awardCredentials } from "@/lib/credentials/award-credentials";
import { requestIndexOfCandidate } from "@/lib/matching/inputs/request-index";
import { db } from "@/lib/platform/db";
import type { Task } from "./task";

/** Issues what a learner has earned, and has him matched by what is known now; again does nothing. */
export const awardCredentialsTask: Task<"award-credentials"> = {
  name: "award-credentials",
  handle: async ({ userId }) => {
    await awardCredentials(userId);
    await requestIndexOfCandidate(db(), userId);
  },
};
