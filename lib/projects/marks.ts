import { z } from "zod";
import { type Rubric, TOP_LEVEL } from "@/lib/content/project-fields";
import type { Levels } from "@/lib/content/project-package";
import { type FieldIssue, InputError } from "@/lib/platform/errors";

/** Longest comment on a criterion, in characters. */
const COMMENT_MAX = 4_000;

const mark = z.object({
  level: z.int().min(0).max(TOP_LEVEL).nullable(),
  comment: z.string().max(COMMENT_MAX),
});

/** A review by criterion, finished or not. */
export const marks = z.record(z.string().max(64), mark);
export type Marks = z.infer<typeof marks>;

/** The levels of a finished review. */
export const levelsOf = (given: Marks): Levels =>
  Object.fromEntries(
    Object.entries(given).flatMap(([slug, { level }]) => (level === null ? [] : [[slug, level]])),
  );

/** Keeps what belongs to the rubric. */
export const ofRubric = (rubric: Rubric, given: Marks): Marks =>
  Object.fromEntries(rubric.flatMap(({ slug }) => (given[slug] ? [[slug, given[slug]]] : [])));

/** Throws InputError unless every criterion has a level and a comment of enough characters. */
export function requireWhole(rubric: Rubric, given: Marks, commentMin: number): void {
  const issues = rubric.flatMap(({ slug }): FieldIssue[] => {
    const { level = null, comment = "" } = given[slug] ?? {};
    const short = [...comment.trim()].length < commentMin;
    return [
      ...(level === null ? [{ path: `${slug}.level`, code: "level_missing" }] : []),
      ...(short
        ? [{ path: `${slug}.comment`, code: "comment_short", params: { min: commentMin } }]
        : []),
    ];
  });
  if (issues.length > 0) throw new InputError(issues);
}
