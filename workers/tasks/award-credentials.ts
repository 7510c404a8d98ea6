import { awardCredentials } from "@/lib/credentials/award-credentials";
import type { Task } from "./task";

/** Issues what a learner has earned; again does nothing. */
export const awardCredentialsTask: Task<"award-credentials"> = {
  name: "award-credentials",
  handle: ({ userId }) => awardCredentials(userId),
};
