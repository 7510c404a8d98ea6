import { z } from "zod";
import { given, itemResult, question } from "./attempts";
import { isoTime, localizedText, slug } from "./common";

export const orientationAnswerBody = z.object({
  position: z.int().min(1).max(999).describe("The question's number, from 1"),
  answer: given.nullable().describe("null: I do not know; counts as wrong"),
});

const why = z.enum(["precision", "length", "exhausted", "time", "left"]).nullable();
const band = z.object({ level: z.number(), low: z.number(), high: z.number() }).nullable();
const pillar = z.enum(["A", "B", "C", "D"]);

export const orientationDetail = z.object({
  id: z.uuid(),
  startedAt: isoTime,
  endedAt: isoTime.nullable(),
  why,
  running: z
    .object({
      question,
      why: z.object({ skill: localizedText, from: z.number(), to: z.number() }),
      remainingMs: z.number(),
      wholeRemainingMs: z.number(),
      most: z.int(),
      repeatDays: z.int(),
      pillars: z.array(z.object({ pillar, asked: z.int() })),
    })
    .nullable(),
  outcome: z
    .object({
      pillars: z.array(z.object({ pillar, before: band, after: band })),
      skills: z.array(z.object({ slug, title: localizedText, before: band, after: band })),
      questions: z.array(
        z.object({
          question,
          answer: given,
          right: given,
          how: z.enum(["answered", "skipped", "expired"]).nullable(),
          counted: z.boolean(),
          result: itemResult,
        }),
      ),
    })
    .nullable(),
});

export const orientationOverview = z.object({
  rules: z.object({
    minutes: z.number(),
    questionMinutes: z.number(),
    least: z.int(),
    most: z.int(),
    repeatDays: z.int(),
  }),
  open: z.uuid().nullable(),
  nextAt: isoTime.nullable(),
  past: z.array(z.object({ id: z.uuid(), startedAt: isoTime, why, answered: z.int() })),
});
