import { z } from "zod";

/**
 * Every kind of background work as data. Payloads hold ids only; the handler in
 * workers/tasks/<name>.ts claims its work by compare-and-set.
 */
export const JOBS = {
  "grade-submission": {
    payload: z.object({ submissionId: z.uuid() }).strict(),
    /** The task itself counts attempts; the queue only retries a task that threw. */
    maxAttempts: 10,
    priority: 0,
  },
  "grade-run": {
    payload: z.object({ runId: z.uuid() }).strict(),
    maxAttempts: 2,
    priority: 0,
  },
  "prepare-season": {
    payload: z.object({ seasonId: z.uuid() }).strict(),
    maxAttempts: 10,
    priority: 0,
  },
  "award-credentials": {
    payload: z.object({ userId: z.uuid() }).strict(),
    maxAttempts: 10,
    /** Behind everybody who waits for a grading. */
    priority: 100,
  },
  "index-candidate": {
    payload: z.object({ userId: z.uuid() }).strict(),
    maxAttempts: 10,
    /** Behind everybody who waits for a grading. */
    priority: 100,
  },
  "index-opening": {
    payload: z.object({ openingId: z.uuid() }).strict(),
    maxAttempts: 10,
    priority: 100,
  },
  "rank-candidates": {
    payload: z.object({ rankingId: z.uuid() }).strict(),
    maxAttempts: 3,
    /** Somebody waits for it, and it takes moments. */
    priority: -10,
  },
  "propose-skills": {
    payload: z.object({ openingId: z.uuid() }).strict(),
    maxAttempts: 3,
    /** Somebody waits for it, on a page. */
    priority: 10,
  },
  "read-resume": {
    payload: z.object({ importId: z.uuid() }).strict(),
    maxAttempts: 3,
    priority: 0,
  },
  "grade-submission-on-device": {
    payload: z.object({ submissionId: z.uuid() }).strict(),
    maxAttempts: 10,
    priority: 0,
    onDevice: true,
  },
  "grade-run-on-device": {
    payload: z.object({ runId: z.uuid() }).strict(),
    maxAttempts: 2,
    priority: 0,
    onDevice: true,
  },
  "prove-on-device": {
    payload: z.object({ versionId: z.uuid() }).strict(),
    maxAttempts: 3,
    /** Behind everybody who waits for a grading. */
    priority: 500,
    onDevice: true,
  },
} as const;

export type JobName = keyof typeof JOBS;

/** Whether only workers with a device take such jobs. */
export const isOnDevice = (name: JobName): boolean => "onDevice" in JOBS[name];

export type JobPayload<N extends JobName> = z.infer<(typeof JOBS)[N]["payload"]>;
