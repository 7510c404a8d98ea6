import { z } from "zod";
import { completeLesson } from "@/lib/tracks/lesson-progress";
import { listTracks } from "@/lib/tracks/list-tracks";
import { readTrack } from "@/lib/tracks/read-track";
import { declare } from "../_declare/route-declaration";
import { trackDetail, trackList } from "../_schemas/catalogue";
import { slug, slugParams } from "../_schemas/common";

export const listAllTracks = declare({
  method: "GET",
  path: "/tracks",
  operationId: "listTracks",
  tag: "Tracks",
  summary: "Every track",
  access: "anyone",
  scope: "submissions:read",
  success: { status: 200, description: "The tracks", schema: trackList },
  handler: async ({ actor }) => ({ body: { items: await listTracks(actor) } }),
});

export const getTrack = declare({
  method: "GET",
  path: "/tracks/{slug}",
  operationId: "getTrack",
  tag: "Tracks",
  summary: "One track: its lessons and challenges in order",
  access: "anyone",
  scope: "submissions:read",
  params: slugParams,
  success: { status: 200, description: "The track", schema: trackDetail },
  handler: async ({ actor, params }) => ({ body: await readTrack(actor, params.slug) }),
});

export const markLessonRead = declare({
  method: "POST",
  path: "/tracks/{slug}/lessons/{lesson}/complete",
  operationId: "completeLesson",
  tag: "Tracks",
  summary: "Mark a lesson as read",
  access: "user",
  scope: "submissions:write",
  params: z.object({ slug, lesson: slug }),
  success: { status: 204, description: "Marked" },
  handler: async ({ actor, params }) => {
    await completeLesson(actor, params.slug, params.lesson);
    return {};
  },
});
