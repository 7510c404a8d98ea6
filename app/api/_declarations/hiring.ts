import { z } from "zod";
import { listCandidacies } from "@/lib/hiring/list-candidacies";
import { readCandidacy } from "@/lib/hiring/read-candidacy";
import { requestRanking } from "@/lib/matching/rankings/request-ranking";
import { showRanking } from "@/lib/matching/rankings/show-ranking";
import { IDEMPOTENCY, idempotencyKeyOf } from "../_declare/idempotency-key";
import { declare } from "../_declare/route-declaration";
import {
  candidacyDetail,
  candidacyList,
  candidacyQuery,
  candidateParams,
  rankingDetail,
  rankingParams,
  startRankingBody,
} from "../_schemas/hiring";
import { openingParams } from "../_schemas/openings";

const TAG = "Candidates";
const access = "organisation";
const scope = "candidates:read";

/** People read no faster; every look is written into a log. */
const limit = { name: "candidates-read", points: 300, seconds: 60 };

export const listOpeningCandidates = declare({
  ...{ method: "GET", path: "/organisations/{slug}/openings/{opening}/candidates", tag: TAG },
  operationId: "listOpeningCandidates",
  summary: "Candidates beside an opening, by stage; each finds in his log that he was listed",
  ...{ access, scope, limit },
  params: openingParams,
  query: candidacyQuery,
  success: { status: 200, description: "A page of candidates", schema: candidacyList },
  handler: async ({ actor, params: { slug, opening }, query }) => {
    const ref = { organisation: slug, opening };
    const { candidacies, counts, next } = await listCandidacies(actor, ref, query);
    const items = candidacies.map(({ candidate, createdAt, ...candidacy }) => ({
      ...{ ...candidacy, since: createdAt, candidate: candidate },
    }));
    return { body: { items, counts, nextCursor: next } };
  },
});

export const getOpeningCandidate = declare({
  method: "GET",
  path: "/organisations/{slug}/openings/{opening}/candidates/{candidate}",
  tag: TAG,
  operationId: "getOpeningCandidate",
  summary: "One candidate as the organisation sees him; he finds that in his log",
  ...{ access, scope, limit },
  params: candidateParams,
  success: { status: 200, description: "The candidate", schema: candidacyDetail },
  handler: async ({ actor, params: { slug, opening, candidate } }) => {
    const ref = { organisation: slug, opening, candidate };
    const { candidate: shown, ...rest } = await readCandidacy(actor, ref);
    const { stage, talks, application, invitation, events, messages } = rest;
    return {
      body: {
        ...{ candidate: shown, stage, talks, application, invitation },
        ...{ events, messages },
      },
    };
  },
});

export const startRanking = declare({
  ...{ method: "POST", path: "/organisations/{slug}/openings/{opening}/rankings", tag: TAG },
  operationId: "startRanking",
  summary: "Rank whoever the organisation may find for an opening",
  ...{ access, scope },
  params: openingParams,
  body: startRankingBody,
  requestHeaders: IDEMPOTENCY,
  success: { status: 202, description: "It is on its way", schema: z.object({ id: z.uuid() }) },
  errors: [409, 429],
  handler: async ({ actor, params: { slug, opening }, body, request }) => {
    const asked = { ...body, openingId: opening };
    const id = await requestRanking(actor, slug, asked, idempotencyKeyOf(request));
    return { body: { id }, headers: { location: `/api/v1/organisations/${slug}/rankings/${id}` } };
  },
});

export const getRanking = declare({
  ...{ method: "GET", path: "/organisations/{slug}/rankings/{ranking}", tag: TAG },
  operationId: "getRanking",
  summary: "A ranking with its reasons; it is waited for a few seconds",
  ...{ access, scope, limit },
  params: rankingParams,
  success: { status: 200, description: "The ranking", schema: rankingDetail },
  handler: async ({ actor, params: { slug, ranking } }) => {
    const found = await showRanking(actor, slug, ranking);
    const { id, status, opening, request, costs, gone, createdAt, rankedAt, rows } = found;
    return {
      body: {
        ...{ id, status, costs, gone, createdAt, rankedAt, conditions: request.conditions },
        opening: opening && {
          ...{ id: opening.id, title: { en: opening.titleEn, zh: opening.titleZh } },
        },
        items: rows.map(
          ({ rank, score, low, high, weights, skills, meaning, wishes, candidate }) => ({
            ...{ rank, score, low, high, weights, skills, meaning, wishes },
            candidate: candidate,
          }),
        ),
      },
    };
  },
});
