import { describedBy } from "@/lib/matching/score/described";
import { fused } from "@/lib/matching/score/meaning";
import { Reference } from "@/lib/matching/score/reference";
import { OFFLINE_WEIGHTS } from "@/lib/matching/weight-table";
import type { Indexed, IndexedSet } from "./indexed-set";
import { averagePrecision, meanOf } from "./metrics";
import type { Entry, Form, Part, Tongue } from "./written-set";

type Judged = { z: number; relevant: boolean };

/** A text of the same job or a near one. */
const RELEVANT = 2;
const TONGUES = ["en", "zh", "mixed"] as const;

const vectorOf = ({ read }: Indexed<Entry>) => ({
  text: describedBy(read.text),
  vector: read.vector,
});

/**
 * Ranking against the fixed reference, which is the texts of the development part: MAP by language,
 * and the logistic curve that turns standard deviations into shares.
 */
export function reportReference(set: IndexedSet): void {
  const roles = new Set(
    set.queries.filter(({ part }) => part === "development").map(({ role }) => role),
  );
  const reference = new Reference(set.texts.filter(({ role }) => roles.has(role)).map(vectorOf));
  const rank = (part: Part, form: Form, from: Tongue, among: readonly Tongue[]): Judged[][] =>
    set.queries
      .filter((query) => query.part === part && query.form === form && query.language === from)
      .map((query) => {
        const prepared = reference.prepare(vectorOf(query));
        return set.texts
          .filter((text) => text.form === form && among.includes(text.language))
          .map((text) => ({
            z: fused(prepared, reference.weigh(vectorOf(text)), OFFLINE_WEIGHTS),
            grade: set.grade(query.role, text.role),
          }))
          .sort((a, b) => b.z - a.z)
          .map(({ z, grade }) => ({ z, relevant: grade >= RELEVANT, grade }));
      });
  for (const form of ["title", "text"] as const) {
    for (const from of ["en", "zh"] as const) {
      for (const among of [["en"], ["zh"], TONGUES] as const) {
        const lists = rank("test", form, from, among) as (Judged & { grade: number })[][];
        const map = meanOf(lists.map((list) => averagePrecision(list.map(({ grade }) => grade))));
        process.stdout.write(
          `${form}s, ${from} for ${among.length > 1 ? "all" : among[0]}: MAP ${map.toFixed(3)}\n`,
        );
      }
    }
  }
  const judged = TONGUES.flatMap((from) => rank("development", "text", from, TONGUES)).flat();
  const { intercept, slope } = fitBalanced(judged);
  process.stdout.write(
    `share = 1 / (1 + exp(-(${intercept.toFixed(2)} + ${slope.toFixed(2)} z))), ${judged.length} pairs\n`,
  );
}

/** Logistic regression by Newton's method; relevant and other pairs weigh half each. */
function fitBalanced(judged: readonly Judged[]): { intercept: number; slope: number } {
  const relevant = judged.filter((pair) => pair.relevant).length;
  let [intercept, slope] = [0, 1];
  for (let round = 0; round < 50; round++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 0, 0, 0];
    for (const { z, relevant: isRelevant } of judged) {
      const weight = 0.5 / (isRelevant ? relevant : judged.length - relevant);
      const share = 1 / (1 + Math.exp(-(intercept + slope * z)));
      const error = weight * ((isRelevant ? 1 : 0) - share);
      const curve = weight * share * (1 - share);
      g0 += error;
      g1 += error * z;
      h00 += curve;
      h01 += curve * z;
      h11 += curve * z * z;
    }
    const determinant = h00 * h11 - h01 * h01;
    intercept += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return { intercept, slope };
}
