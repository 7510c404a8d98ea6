import { readFile } from "node:fs/promises";
import path from "node:path";
import { db } from "@/lib/platform/db";
import { activeModel } from "./active-model";

/** How skills are measured, in words, and how many this installation has measured by which model. */
export async function readMethod(locale: "en" | "zh") {
  const [text, { id }, counted] = await Promise.all([
    readFile(path.resolve("content", `method.${locale}.md`), "utf8"),
    activeModel(db()),
    db().$queryRaw<{ learners: number; estimates: number }[]>`
      SELECT count(DISTINCT "userId")::int AS learners, count(*)::int AS estimates
      FROM "SkillEstimate"`,
  ]);
  const { learners = 0, estimates = 0 } = counted[0] ?? {};
  return { text, model: id, learners, estimates };
}
