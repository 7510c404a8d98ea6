import { z } from "zod";
import { closeOpening } from "@/lib/openings/close-opening";
import { createOpening } from "@/lib/openings/create-opening";
import type { OpeningRef } from "@/lib/openings/opening-where";
import { publishOpening } from "@/lib/openings/publish-opening";
import { readOpening } from "@/lib/openings/read-opening";
import { saveOpening } from "@/lib/openings/save-opening";
import { listOwnOpenings } from "@/lib/organisations/describe-organisation";
import { IDEMPOTENCY, idempotencyKeyOf } from "../_declare/idempotency-key";
import { declare } from "../_declare/route-declaration";
import { slugParams } from "../_schemas/common";
import {
  openingDetail,
  openingList,
  openingParams,
  publishOpeningBody,
  startOpeningBody,
  writtenOpening,
} from "../_schemas/openings";
import { detailOf, fieldsOf, inNamesOfTheApi, rowOf } from "./opening-names";

const TAG = "Openings";
const access = "organisation";

const refOf = ({ slug, opening }: z.output<typeof openingParams>): OpeningRef => ({
  ...{ organisation: slug, opening },
});

export const listOrganisationOpenings = declare({
  ...{ method: "GET", path: "/organisations/{slug}/openings", access, tag: TAG },
  operationId: "listOrganisationOpenings",
  summary: "The organisation's openings, drafts too, newest first",
  scope: "openings:read",
  params: slugParams,
  query: z.object({
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  success: { status: 200, description: "A page of openings", schema: openingList },
  handler: async ({ actor, params, query }) => {
    const { openings, next } = await listOwnOpenings(actor, params.slug, query);
    return { body: { items: openings.map(rowOf), nextCursor: next } };
  },
});

export const getOrganisationOpening = declare({
  ...{ method: "GET", path: "/organisations/{slug}/openings/{opening}", access, tag: TAG },
  operationId: "getOrganisationOpening",
  summary: "One opening: its texts, what it asks for, and what it lacks to be published",
  scope: "openings:read",
  params: openingParams,
  success: { status: 200, description: "The opening", schema: openingDetail },
  handler: async ({ actor, params }) => ({
    body: detailOf(await readOpening(actor, refOf(params))),
  }),
});

export const createOrganisationOpening = declare({
  ...{ method: "POST", path: "/organisations/{slug}/openings", access, tag: TAG },
  operationId: "createOrganisationOpening",
  summary: "Begin a draft: blank, from a role, or from a description",
  scope: "openings:write",
  params: slugParams,
  body: startOpeningBody,
  requestHeaders: IDEMPOTENCY,
  success: { status: 201, description: "The draft", schema: z.object({ id: z.uuid() }) },
  errors: [409, 429],
  handler: async ({ actor, params: { slug }, body, request }) => {
    const id = await inNamesOfTheApi(
      createOpening(actor, slug, body, idempotencyKeyOf(request)),
      "body.",
    );
    return { body: { id }, headers: { location: `/api/v1/organisations/${slug}/openings/${id}` } };
  },
});

export const saveOrganisationOpening = declare({
  ...{ method: "PUT", path: "/organisations/{slug}/openings/{opening}", access, tag: TAG },
  operationId: "saveOrganisationOpening",
  summary: "Write an opening whole; what is open must stay fit to be",
  scope: "openings:write",
  params: openingParams,
  body: writtenOpening,
  success: { status: 204, description: "Kept" },
  handler: async ({ actor, params, body }) => {
    await inNamesOfTheApi(saveOpening(actor, refOf(params), fieldsOf(body)), "body.");
    return {};
  },
});

export const publishOrganisationOpening = declare({
  ...{ method: "POST", path: "/organisations/{slug}/openings/{opening}/publish", tag: TAG, access },
  operationId: "publishOrganisationOpening",
  summary: "Open an opening; one that is open stays so",
  scope: "openings:write",
  params: openingParams,
  body: publishOpeningBody,
  success: { status: 204, description: "Open" },
  errors: [409, 429],
  handler: async ({ actor, params, body }) => {
    await inNamesOfTheApi(publishOpening(actor, refOf(params), body));
    return {};
  },
});

export const closeOrganisationOpening = declare({
  ...{ method: "POST", path: "/organisations/{slug}/openings/{opening}/close", tag: TAG, access },
  operationId: "closeOrganisationOpening",
  summary: "Close an opening; one that is closed stays so",
  scope: "openings:write",
  params: openingParams,
  success: { status: 204, description: "Closed" },
  handler: async ({ actor, params }) => {
    await closeOpening(actor, refOf(params));
    return {};
  },
});
