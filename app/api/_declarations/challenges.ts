import { z } from "zod";
import { deleteDraft, saveDraft } from "@/lib/challenges/drafts";
import { listChallenges } from "@/lib/challenges/list-challenges";
import { readChallenge } from "@/lib/challenges/read-challenge";
import { revealHint } from "@/lib/challenges/reveal-hint";
import { declare } from "../_declare/route-declaration";
import { challengeDetail, challengeList } from "../_schemas/catalogue";
import { files, isoTime, localizedText, slugParams } from "../_schemas/common";

const TAG = "Challenges";

export const listAllChallenges = declare({
  method: "GET",
  path: "/challenges",
  operationId: "listChallenges",
  tag: TAG,
  summary: "Every published challenge, easiest first",
  access: "anyone",
  scope: "submissions:read",
  success: { status: 200, description: "The challenges", schema: challengeList },
  handler: async ({ actor }) => ({ body: { items: await listChallenges(actor) } }),
});

export const getChallenge = declare({
  method: "GET",
  path: "/challenges/{slug}",
  operationId: "getChallenge",
  tag: TAG,
  summary: "One challenge: statement, starter, limits",
  access: "anyone",
  scope: "submissions:read",
  params: slugParams,
  success: { status: 200, description: "The challenge", schema: challengeDetail },
  handler: async ({ actor, params }) => ({ body: await readChallenge(actor, params.slug) }),
});

export const putDraft = declare({
  method: "PUT",
  path: "/challenges/{slug}/draft",
  operationId: "saveDraft",
  tag: TAG,
  summary: "Keep unfinished code; the newest wins",
  access: "user",
  scope: "submissions:write",
  params: slugParams,
  body: z.object({ files }),
  success: { status: 200, description: "Kept", schema: z.object({ updatedAt: isoTime }) },
  limit: { name: "draft", points: 120, seconds: 60 },
  handler: async ({ actor, params, body }) => ({
    body: await saveDraft(actor, params.slug, body.files),
  }),
});

export const removeDraft = declare({
  method: "DELETE",
  path: "/challenges/{slug}/draft",
  operationId: "deleteDraft",
  tag: TAG,
  summary: "Drop unfinished code",
  access: "user",
  scope: "submissions:write",
  params: slugParams,
  success: { status: 204, description: "Dropped" },
  handler: async ({ actor, params }) => {
    await deleteDraft(actor, params.slug);
    return {};
  },
});

export const openHint = declare({
  method: "POST",
  path: "/challenges/{slug}/hints",
  operationId: "revealHint",
  tag: TAG,
  summary: "Open the next hint",
  access: "user",
  scope: "submissions:write",
  params: slugParams,
  success: {
    status: 200,
    description: "All hints opened so far",
    schema: z.object({ hints: z.array(localizedText) }),
  },
  errors: [422],
  handler: async ({ actor, params }) => ({ body: { hints: await revealHint(actor, params.slug) } }),
});
