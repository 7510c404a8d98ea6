import { z } from "zod";
import { answerQuestion } from "@/lib/orientation/answer-question";
import { finishOrientation } from "@/lib/orientation/finish-orientation";
import { readOrientation } from "@/lib/orientation/read-orientation";
import { readOverview } from "@/lib/orientation/read-overview";
import { startOrientation } from "@/lib/orientation/start-orientation";
import { declare } from "../_declare/route-declaration";
import { idParams } from "../_schemas/common";
import {
  orientationAnswerBody,
  orientationDetail,
  orientationOverview,
} from "../_schemas/orientation";

const TAG = "Orientation";

export const getOrientations = declare({
  method: "GET",
  path: "/orientation",
  operationId: "listOrientations",
  tag: TAG,
  summary: "The orientation's rules, yours so far, and when the next may begin",
  access: "user",
  scope: "submissions:read",
  success: { status: 200, description: "Rules and orientations", schema: orientationOverview },
  handler: async ({ actor }) => ({ body: await readOverview(actor) }),
});

export const beginOrientation = declare({
  method: "POST",
  path: "/orientation",
  operationId: "startOrientation",
  tag: TAG,
  summary: "Begin an orientation, or get the open one",
  access: "user",
  scope: "submissions:write",
  body: z.object({ locale: z.enum(["en", "zh"]) }),
  success: {
    status: 201,
    description: "The orientation; its time runs",
    schema: z.object({ id: z.uuid() }),
  },
  errors: [409],
  limit: { name: "orientation", points: 30, seconds: 60 },
  handler: async ({ actor, body }) => {
    const { id } = await startOrientation(actor, body.locale);
    return { body: { id }, headers: { location: `/api/v1/orientation/${id}` } };
  },
});

export const getOrientation = declare({
  method: "GET",
  path: "/orientation/{id}",
  operationId: "getOrientation",
  tag: TAG,
  summary: "One orientation: its open question; when it is over, everything",
  access: "user",
  scope: "submissions:read",
  params: idParams,
  success: { status: 200, description: "The orientation", schema: orientationDetail },
  handler: async ({ actor, params }) => ({ body: await readOrientation(actor, params.id) }),
});

export const putOrientationAnswer = declare({
  method: "PUT",
  path: "/orientation/{id}/answers",
  operationId: "answerOrientation",
  tag: TAG,
  summary: "Answer the open question of an orientation; a second answer changes nothing",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  body: orientationAnswerBody,
  success: {
    status: 200,
    description: "Whether it is over, and the question that is last",
    schema: z.object({ ended: z.boolean(), position: z.int() }),
  },
  limit: { name: "orientation-answers", points: 120, seconds: 60 },
  handler: async ({ actor, params, body }) => ({
    body: await answerQuestion(actor, params.id, body),
  }),
});

export const endOrientation = declare({
  method: "POST",
  path: "/orientation/{id}/finish",
  operationId: "finishOrientation",
  tag: TAG,
  summary: "End an orientation; what was answered counts",
  access: "user",
  scope: "submissions:write",
  params: idParams,
  success: {
    status: 200,
    description: "It is over; the same when repeated",
    schema: z.object({ ended: z.boolean() }),
  },
  handler: async ({ actor, params }) => ({ body: await finishOrientation(actor, params.id) }),
});
