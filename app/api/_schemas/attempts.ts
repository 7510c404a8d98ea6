import { z } from "zod";
import { isoTime, localizedText, slug, verdictWord } from "./common";

const questionNumber = z.string().regex(/^[1-9]\d{0,2}$/);
export const given = z.union([z.array(z.int().min(0).max(9)).max(10), z.string().max(200)]);

export const givenAnswers = z
  .record(questionNumber, given)
  .describe("By the question's number: places of what was chosen, from 0, or what was typed");

export const saveAnswersBody = z.object({ answers: givenAnswers });

export const question = z.object({
  number: z.int(),
  kind: z.enum(["single", "multiple", "ordered", "numeric", "short"]),
  topic: localizedText,
  points: z.number(),
  prompt: localizedText,
  options: z.array(localizedText),
  unit: localizedText.nullable(),
});

export const itemResult = z.object({
  number: z.int(),
  outcome: z.enum(["right", "partly", "wrong", "unanswered"]),
  earned: z.number(),
  points: z.number(),
  explanation: localizedText.nullable(),
  reading: localizedText.nullable(),
});

const topicResult = z.object({ title: localizedText, earned: z.number(), points: z.number() });

export const attemptDetail = z.object({
  id: z.uuid(),
  challenge: slug,
  title: localizedText,
  pass: z.number(),
  status: z.enum(["open", "judging", "judged"]),
  startedAt: isoTime,
  deadlineAt: isoTime,
  remainingMs: z.number(),
  questions: z.array(question),
  answers: givenAnswers,
  submission: z.uuid().nullable(),
  judgement: z
    .object({
      verdict: verdictWord,
      score: z.number(),
      results: z.array(itemResult),
      topics: z.array(topicResult),
    })
    .nullable(),
});

export const attemptOverview = z.object({
  rules: z.object({
    questions: z.int(),
    minutes: z.int(),
    limit: z.int(),
    pass: z.number(),
  }),
  left: z.int(),
  nextAt: isoTime.nullable(),
  open: z.uuid().nullable(),
  past: z.array(
    z.object({
      id: z.uuid(),
      startedAt: isoTime,
      verdict: verdictWord.nullable(),
      score: z.number().nullable(),
    }),
  ),
});
