import { seasonToPrepare } from "@/lib/seasons/season-to-prepare";
import { storeSeasonFiles } from "@/lib/seasons/store-season-files";
import { seasonFiles } from "../grading/season-files";
import type { Task } from "./task";

/** Makes the files that a season gives to learners; a failure is thrown, and tried again later. */
export const prepareSeason: Task<"prepare-season"> = {
  name: "prepare-season",
  async handle({ seasonId }, { pool }) {
    const season = await seasonToPrepare(seasonId);
    if (!season) return;
    await storeSeasonFiles(seasonId, await seasonFiles(pool, season.content, season.seed));
  },
};
