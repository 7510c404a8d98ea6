import { z } from "zod";
import { localized } from "@/lib/content/schemas";

/** The words of a verdict, for a case and for a submission. */
export const VERDICTS = [
  "passed",
  "failed",
  "candidate_error",
  "timed_out",
  "limit_exceeded",
  "checker_error",
  "infrastructure_error",
] as const;
export type VerdictWord = (typeof VERDICTS)[number];

const param = z.union([z.string(), z.number()]);
const problem = z.object({ code: z.string() }).catchall(param);
export const feedbackMessage = z.object({
  code: z.string(),
  params: z.record(z.string(), param),
  /** Of an uploaded file, by row and column. */
  problems: z.array(problem).optional(),
});
export type FeedbackMessage = z.infer<typeof feedbackMessage>;

const mark = z.union([z.string(), z.number(), z.boolean()]);
export const preview = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("array"),
    dtype: z.string(),
    shape: z.array(z.int()),
    values: z.array(mark),
    truncated: z.boolean(),
    marks: z.array(z.int()),
  }),
  z.object({ kind: z.literal("value"), text: z.string(), truncated: z.boolean() }),
]);
export type Preview = z.infer<typeof preview>;

const frame = z.object({
  file: z.string(),
  line: z.int(),
  function: z.string(),
  text: z.string(),
});

const call = z.object({
  function: z.string(),
  args: z.array(preview),
  kwargs: z.record(z.string(), preview),
  result: preview.optional(),
});

/** What a visible case shows; a hidden one has an exception's type at most. */
export const caseDetail = z.object({
  calls: z.array(call).optional(),
  expected: preview.optional(),
  got: preview.optional(),
  stdout: z.string().optional(),
  error: z
    .object({
      type: z.string(),
      message: z.string().optional(),
      frames: z.array(frame).optional(),
    })
    .optional(),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const plannedCase = z.object({
  name: z.string(),
  title: localized,
  visible: z.boolean(),
  points: z.number().positive(),
  /** Of a season's two cases, which; the private one is sealed until the season's end. */
  split: z.enum(["public", "private"]).optional(),
});
export type PlannedCase = z.infer<typeof plannedCase>;

export const planEvent = z.object({ event: z.literal("plan"), cases: z.array(plannedCase) });
export const caseStartedEvent = z.object({ event: z.literal("case_started"), index: z.int() });
export const caseEvent = plannedCase.extend({
  event: z.literal("case"),
  index: z.int(),
  outcome: z.enum(VERDICTS),
  earned: z.number().min(0),
  message: feedbackMessage.nullable(),
  ms: z.number(),
  cpu_ms: z.number(),
  detail: caseDetail.optional(),
});
export type CaseEvent = z.infer<typeof caseEvent>;

/** A point of the curves that a learner's code reports while it trains; null is not a finite number. */
const progressPoint = z.object({
  step: z.number(),
  values: z.record(z.string(), z.number().nullable()),
});
export type ProgressPoint = z.infer<typeof progressPoint>;

export const progressEvent = z.object({
  event: z.literal("progress"),
  index: z.int(),
  points: z.array(progressPoint),
});

/** A file that a season gives to learners. */
export const fileEvent = z.object({
  event: z.literal("file"),
  name: z.string(),
  text: z.string(),
});

export const usage = z.object({
  wall_ms: z.number(),
  learner_wall_ms: z.number(),
  cpu_ms: z.number(),
  peak_memory_mb: z.number(),
});
export type Usage = z.infer<typeof usage>;

export const finishedEvent = z.object({
  event: z.literal("finished"),
  status: z.enum(["graded", "checker_error", "fault"]),
  message: feedbackMessage.nullish(),
  reason: z.string().optional(),
  usage: usage.optional(),
});

/** One line of the runner about a job. */
export const runnerEvent = z.discriminatedUnion("event", [
  planEvent,
  caseStartedEvent,
  caseEvent,
  progressEvent,
  fileEvent,
  finishedEvent,
]);
export type RunnerEvent = z.infer<typeof runnerEvent>;
