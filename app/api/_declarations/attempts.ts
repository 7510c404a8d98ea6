import { z } from "zod";
import { finishAttempt } from "@/lib/quiz/finish-attempt";
import { listAttempts } from "@/lib/quiz/list-attempts";
import { readAttempt } from "@/lib/quiz/read-attempt";
import { saveAnswers } from "@/lib/quiz/save-answers";
import { startAttempt } from "@/lib/quiz/start-attempt";
import { declare } from "../_declare/route-declaration";
import { attemptDetail, attemptOverview, saveAnswersBody } from "../_schemas/attempts";
import { idParams, isoTime, slugParams } from "../_schemas/common";

const TAG = "Quizzes";

export const listOwnAttempts = declare({
  method: "GET",
  path: "/challenges/{slug}/attempts",
  operationId: "listAttempts",
  tag: TAG,
  summary: "A quiz's rules, your attempts, and when the next may begin",
  access: "user",
  scope: "submissions:read",
  params: slugParams,
  success: { status: 200, description: "Rules and attempts", schema: attemptOverview },
  handler: async ({ actor, params }) => ({ body: await listAttempts(actor, params.slug) }),
});

export const beginAttempt = declare({
  method: "POST",
  path: "/challenges/{slug}/attempts",
  operationId: "startAttempt",
  tag: TAG,
  summary: "Begin an attempt at a quiz, or get the open one",
  access: "user",
  scope: "submissions:write",
  params: slugParams,
  success: {
    status: 201,
    description: "The attempt; its time runs",
    schema: z.object({ id: z.uuid() }),
  },
  errors: [422, 429],
  limit: { name: "attempt", points: 30, seconds: 60 },
  handler: async ({ actor, params }) => {
    const { id } = await startAttempt(actor, params.slug);
    return { body: { id }, headers: { location: `/api/v1/attempts/${id}` } };
  },
});

export const getAttempt = declare({
  method: "GET",
  path: "/attempts/{id}",
  operationId: "getAttempt",
  tag: TAG,
  summary: "One attempt: its questions and saved answers; after judgement what each earned",
  access: "user",
  scope: "submissions:read",
  params: idParams,
  success: { status: 200, description: "The attempt", schema: attemptDetail },
  handler: async ({ actor, params }) => ({ body: await readAttempt(actor, params.id) }),
});

export const putAnswers = declare({
  method: "PUT",
  path: "/attempts/{id}/answers",
  operationId: "saveAnswers",
  tag: TAG,
  summary: "Keep answers of an open attempt",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  body: saveAnswersBody,
  success: {
    status: 200,
    description: "Kept; other answers stay as they were",
    schema: z.object({ savedAt: isoTime }),
  },
  errors: [409],
  limit: { name: "answers", points: 240, seconds: 60 },
  handler: async ({ actor, params, body }) => ({
    body: await saveAnswers(actor, params.id, body.answers),
  }),
});

export const handInAttempt = declare({
  method: "POST",
  path: "/attempts/{id}/finish",
  operationId: "finishAttempt",
  tag: TAG,
  summary: "Hand in an attempt",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  success: {
    status: 200,
    description: "The submission that is judged; the same when repeated",
    schema: z.object({ submission: z.uuid() }),
  },
  handler: async ({ actor, params }) => ({ body: await finishAttempt(actor, params.id) }),
});
