import { readGivenFile } from "@/lib/challenges/read-given-file";
import { readTradeOffs } from "@/lib/models/read-trade-offs";
import { attachment } from "../_declare/attachment";
import { declare } from "../_declare/route-declaration";
import { slugParams } from "../_schemas/common";
import { tradeOffs } from "../_schemas/models";
import { fileParams } from "../_schemas/seasons";

const TAG = "Models";

export const getGivenFile = declare({
  method: "GET",
  path: "/challenges/{slug}/files/{name}",
  operationId: "getGivenFile",
  tag: TAG,
  summary: "A file that a challenge gives to its learners",
  access: "anyone",
  scope: "submissions:read",
  params: fileParams,
  success: { status: 200, description: "The file", contentType: "application/octet-stream" },
  handler: async ({ params }) => {
    const bytes = await readGivenFile(params.slug, params.name);
    const body = new Blob([new Uint8Array(bytes)]).stream();
    return attachment(params.name, "application/octet-stream", body, bytes.length);
  },
});

export const getTradeOffs = declare({
  method: "GET",
  path: "/challenges/{slug}/trade-offs",
  operationId: "getTradeOffs",
  tag: TAG,
  summary: "What models reach, and at what cost",
  access: "anyone",
  scope: "submissions:read",
  params: slugParams,
  success: { status: 200, description: "Axes and models", schema: tradeOffs },
  handler: async ({ actor, params }) => ({ body: await readTradeOffs(actor, params.slug) }),
});
