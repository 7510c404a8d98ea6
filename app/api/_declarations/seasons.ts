import { readSeason } from "@/lib/seasons/read-season";
import { readSeasonFile } from "@/lib/seasons/read-season-file";
import { readStandings } from "@/lib/seasons/read-standings";
import { attachment } from "../_declare/attachment";
import { declare } from "../_declare/route-declaration";
import { slugParams } from "../_schemas/common";
import { fileParams, seasonDetail, standings, standingsQuery } from "../_schemas/seasons";

const TAG = "Seasons";

export const getSeason = declare({
  method: "GET",
  path: "/challenges/{slug}/season",
  operationId: "getSeason",
  tag: TAG,
  summary: "The season of a predictions challenge, its files, and what you handed in",
  access: "anyone",
  scope: "submissions:read",
  params: slugParams,
  success: { status: 200, description: "The season", schema: seasonDetail },
  handler: async ({ actor, params }) => ({ body: await readSeason(actor, params.slug) }),
});

export const getSeasonFile = declare({
  method: "GET",
  path: "/challenges/{slug}/season/files/{name}",
  operationId: "getSeasonFile",
  tag: TAG,
  summary: "A file of the season, as CSV",
  access: "anyone",
  scope: "submissions:read",
  params: fileParams,
  success: { status: 200, description: "The file", contentType: "text/csv" },
  handler: async ({ params }) =>
    attachment(
      params.name,
      "text/csv; charset=utf-8",
      await readSeasonFile(params.slug, params.name),
    ),
});

export const getStandings = declare({
  method: "GET",
  path: "/challenges/{slug}/standings",
  operationId: "getStandings",
  tag: TAG,
  summary: "Who stands where in a season",
  access: "anyone",
  scope: "submissions:read",
  params: slugParams,
  query: standingsQuery,
  success: { status: 200, description: "The standings", schema: standings },
  handler: async ({ actor, params, query }) => ({
    body: await readStandings(actor, params.slug, query.season),
  }),
});
