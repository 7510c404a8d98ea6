import { z } from "zod";
import { describeOrganisation, listOwnOpenings } from "@/lib/organisations/describe-organisation";
import { declare } from "../_declare/route-declaration";
import { slugParams } from "../_schemas/common";
import { openingList, organisation } from "../_schemas/organisations";

const time = (date: Date | null) => date?.toISOString() ?? null;

export const getOrganisation = declare({
  method: "GET",
  path: "/organisations/{slug}",
  operationId: "getOrganisation",
  tag: "Organisations",
  summary: "An organisation that you belong to, or whose token you use",
  access: "organisation",
  scope: "openings:read",
  params: slugParams,
  success: { status: 200, description: "The organisation", schema: organisation },
  handler: async ({ actor, params }) => {
    const { createdAt, verifiedAt, ...rest } = await describeOrganisation(actor, params.slug);
    const times = { verifiedAt: time(verifiedAt), createdAt: createdAt.toISOString() };
    return { body: { ...rest, ...times } };
  },
});

export const listOrganisationOpenings = declare({
  method: "GET",
  path: "/organisations/{slug}/openings",
  operationId: "listOrganisationOpenings",
  tag: "Organisations",
  summary: "The organisation's openings, drafts too, newest first",
  access: "organisation",
  scope: "openings:read",
  params: slugParams,
  query: z.object({
    cursor: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  success: { status: 200, description: "A page of openings", schema: openingList },
  handler: async ({ actor, params, query }) => {
    const { openings, next } = await listOwnOpenings(actor, params.slug, query);
    const items = openings.map(({ titleEn, titleZh, skills, ...opening }) => ({
      ...opening,
      title: { en: titleEn, zh: titleZh },
      skills: skills.map(({ skillSlug, ...asked }) => ({ skill: skillSlug, ...asked })),
      publishedAt: time(opening.publishedAt),
      closesAt: time(opening.closesAt),
      createdAt: opening.createdAt.toISOString(),
    }));
    return { body: { items, nextCursor: next } };
  },
});
