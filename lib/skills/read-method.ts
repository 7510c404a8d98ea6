import { readFile } from "node:fs/promises";
import path from "node:path";
import { liveFigures } from "@/lib/calibration/live-figures";
import { db } from "@/lib/platform/db";
import { activeModel } from "./active-model";

/** How skills are measured, in words, by which model, and how well here by live data. */
export async function readMethod(locale: "en" | "zh") {
  const [text, { id }, run] = await Promise.all([
    readFile(path.resolve("content", `method.${locale}.md`), "utf8"),
    activeModel(db()),
    db().measurementRun.findFirst({
      where: { finishedAt: { not: null } },
      orderBy: { finishedAt: "desc" },
    }),
  ]);
  return {
    text,
    model: id,
    /** Null until the workers have looked for the first time. */
    live: run?.finishedAt
      ? { at: run.finishedAt.toISOString(), ...liveFigures.parse(run.figures) }
      : null,
  };
}
export type LiveMethod = NonNullable<Awaited<ReturnType<typeof readMethod>>["live"]>;
